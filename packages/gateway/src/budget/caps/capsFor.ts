import type { BudgetCap } from '../../config/types.ts'
import type { BudgetScope, Payer } from '../types.ts'

/** The caps that hold for a payer. One that names the payer takes the place of those for everybody, also to give more. */
export function capsFor(payer: Payer, caps: readonly BudgetCap[]): readonly BudgetCap[] {
  const fitting = caps.filter((cap) => fits(payer, cap))
  return fitting.filter((cap) => !fitting.some((other) => isSameKind(cap, other) && rankOf(other) > rankOf(cap)))
}

/** The payer's id in a scope; `undefined` when nobody acts for the person. */
function payerId({ tenantId, userId, agentId }: Payer, scope: BudgetScope): string | undefined {
  return { tenant: tenantId, user: userId, agent: agentId }[scope]
}

function fits(payer: Payer, { scope, id, tenant }: BudgetCap): boolean {
  const own = payerId(payer, scope)
  return own !== undefined && (id === undefined || id === own) && (tenant === undefined || tenant === payer.tenantId)
}

function isSameKind(one: BudgetCap, other: BudgetCap): boolean {
  return one.scope === other.scope && one.period === other.period
}

function rankOf({ id, tenant }: BudgetCap): number {
  return (id === undefined ? 0 : 2) + (tenant === undefined ? 0 : 1)
}
