import type { BudgetRefusal } from '@lakefront/contract'
import { toUsd } from '../../cost/money.ts'
import { GatewayError } from '../../errors.ts'
import type { BudgetPeriod, BudgetScope, CapUse } from '../types.ts'

const owners: Record<BudgetScope, string> = { tenant: 'The company’s', user: 'Your', agent: 'This agent’s' }
const spans: Record<BudgetPeriod, string> = { query: 'for one query', day: 'for today', month: 'for this month' }

/** The run could go over a cap. */
export function budgetExceeded(use: CapUse, neededMicroUsd: bigint): GatewayError {
  const budget = toRefusal(use, neededMicroUsd)
  const message = `This could cost up to ${dollars(budget.neededUsd)}. ${describe(budget)} Nothing was run.`
  return new GatewayError({ code: 'budget-exceeded', message, budget })
}

/** The run costs so much that somebody has to say yes first. */
export function confirmationNeeded(use: CapUse, neededMicroUsd: bigint): GatewayError {
  const budget = toRefusal(use, neededMicroUsd)
  const message = `This could cost up to ${dollars(budget.neededUsd)}, for which somebody has to say yes. ${describe(budget)} Nothing was run.`
  return new GatewayError({ code: 'approval-required', message, budget })
}

/** Nobody can tell what the run costs, and the configuration does not let such runs pass. */
export function costUnknown(policy: 'approve' | 'deny'): GatewayError {
  const code = policy === 'approve' ? 'approval-required' : 'cost-unknown'
  const consequence = policy === 'approve' ? 'somebody has to say yes first' : 'it is not allowed'
  const message = `Nobody can tell what this would cost, so ${consequence}. Nothing was run.`
  return new GatewayError({ code, message })
}

/** How full a cap is, in a sentence for who is warned. */
export function describeUse(use: CapUse, neededMicroUsd: bigint): string {
  return describe(toRefusal(use, neededMicroUsd))
}

function toRefusal(use: CapUse, neededMicroUsd: bigint): BudgetRefusal {
  return {
    scope: use.scope,
    period: use.period,
    capUsd: toUsd(use.capMicroUsd),
    spentUsd: toUsd(use.spentMicroUsd),
    reservedUsd: toUsd(use.reservedMicroUsd),
    neededUsd: toUsd(neededMicroUsd),
    resetsAt: use.resetsAt,
  }
}

function describe({ scope, period, capUsd, spentUsd, reservedUsd, resetsAt }: BudgetRefusal): string {
  const budget = `${owners[scope]} budget ${spans[period]} is ${dollars(capUsd)}`
  if (resetsAt === null) {
    return spentUsd > 0 ? `${budget}, of which looking up what it means has cost ${dollars(spentUsd)}.` : `${budget}.`
  }
  const reserved = reservedUsd > 0 ? ` and ${dollars(reservedUsd)} set aside for what is running` : ''
  return `${budget}, of which ${dollars(spentUsd)} is spent${reserved}. It starts anew at ${resetsAt}.`
}

/** Cents for what people would call money, all digits below a cent. */
function dollars(amountUsd: number): string {
  const isSmall = amountUsd > 0 && amountUsd < 0.01
  const digits = isSmall ? 6 : 2
  return new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: digits }).format(
    amountUsd,
  )
}
