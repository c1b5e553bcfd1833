import type { ApprovalConfig, BudgetConfig, LakefrontConfig } from '../../config/types.ts'
import type { Store } from '../../store/port.ts'
import { type AutonomyRoom, createAutonomy } from '../autonomy/createAutonomy.ts'
import { createWeigh, type Weigh } from './createWeigh.ts'
import type { Policy } from './types.ts'
import { readUsedToday, type UsedTodayReader } from './usedToday.ts'

/** The policy as configured, with what administrators have set and what has run today. */
export function openPolicy(
  { approvals = {}, budgets }: LakefrontConfig,
  store: Store,
): { autonomy: AutonomyRoom; weigh: Weigh; usedToday: UsedTodayReader } {
  const timeZoneOf = (tenantId: string) => timeZoneFor(tenantId, budgets)
  const { administrators = [] } = approvals
  const autonomy = createAutonomy({ store, policy: policyOf(approvals), administrators, timeZoneOf })
  const usedToday: UsedTodayReader = (from, caller) =>
    readUsedToday(from, caller, { now: new Date(), timeZone: timeZoneOf(caller.tenantId) })
  const weigh = createWeigh({ policyFor: autonomy.policyFor, usedToday: (caller) => usedToday(store, caller) })
  return { autonomy, weigh, usedToday }
}

/** Whose midnight ends a day: the ledger's. */
function timeZoneFor(tenantId: string, { timeZone = 'UTC', tenantTimeZones }: Partial<BudgetConfig> = {}): string {
  return tenantTimeZones?.[tenantId] ?? timeZone
}

/** Nothing that a configuration leaves out makes anything more likely to happen by itself. */
function policyOf({ level = 'propose', limits = {}, rules = [], approvers = {} }: ApprovalConfig): Policy {
  return { level, limits, rules, approvers: { roles: [], quorum: 1, fourEyes: false, ...approvers } }
}
