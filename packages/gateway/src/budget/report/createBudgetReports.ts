import type { SpendDimension, ToolArguments, ToolOutput } from '@lakefront/contract'
import type { BudgetConfig } from '../../config/types.ts'
import { fromLedgerText, toUsd } from '../../cost/money.ts'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Store } from '../../store/port.ts'
import { limitsFor, usesOf } from '../caps/spendLimits.ts'
import { createLedger } from '../ledger/createLedger.ts'
import * as sql from './spendingSql.ts'
import { byFullness, toCapUse } from './toCapUse.ts'

type Budget = ToolOutput<'read_budget'>
type Spending = ToolOutput<'report_spending'>

/** What people are told of their money. */
export type BudgetReports = {
  /** Whose runs the caller may see: their own, or everybody's of the tenant. */
  coversOf(caller: Caller): Spending['covers']
  /** How full the caps are that hold for the caller. */
  readBudget(caller: Caller): Promise<Budget>
  /** Where money went. Lines have their key as label. */
  reportSpending(caller: Caller, wanted: ToolArguments<'report_spending'>): Promise<Spending>
}

export type CreateBudgetReportsOptions = {
  config: BudgetConfig
  store: Store
  /** Default: the store's clock. */
  now?: (() => Date) | undefined
}

export function createBudgetReports({ config, ...place }: CreateBudgetReportsOptions): BudgetReports {
  // It only reads, so that nothing of its own can be abandoned.
  const ledger = createLedger({ ...place, reservationMs: 0 })
  const coversOf: BudgetReports['coversOf'] = ({ roles }) =>
    roles.some((role) => config.readers?.includes(role)) ? 'tenant' : 'user'

  return {
    coversOf,
    async readBudget(caller) {
      const limits = limitsFor(caller, config)
      const { uses, now } = await ledger.read(caller, limits)
      const caps = usesOf(limits, uses).map((use) => toCapUse(use, new Date(now)))
      return { caps: caps.toSorted(byFullness), timeZone: limits.timeZone, asOf: now }
    },
    async reportSpending(caller, { by, from, to, limit }) {
      const { timeZone } = limitsFor(caller, config)
      const [clock] = await place.store.query<Clock>(sql.readToday, [timeZone])
      const { first, today, now } = clock!
      const days = { from: from ?? firstDay(to, first), to: to ?? today }
      if (days.from > days.to) throw noDays(days)
      const covers = coversOf(caller)
      const user = covers === 'tenant' ? null : caller.userId
      const values = [caller.tenantId, user, days.from, days.to, timeZone, limit]
      const rows = await place.store.query<SpendRow>(sql.reportSpending(sql.lineKeys[by], orders[by]), values)
      return { by, ...days, timeZone, ...toReport(by, rows), covers, asOf: now }
    },
  }
}

type Clock = { first: string; today: string; now: string }

/** When only a last day is asked for, its own month is meant. */
function firstDay(to: string | undefined, firstOfNow: string): string {
  return to === undefined ? firstOfNow : `${to.slice(0, 8)}01`
}

function noDays({ from, to }: Pick<Spending, 'from' | 'to'>): GatewayError {
  const message = `The first day of the report, ${from}, is after its last, ${to}.`
  return new GatewayError({ code: 'invalid-input', message })
}

const mostSpent = 'spent desc'
const orders: Record<SpendDimension, string> = {
  user: mostSpent,
  source: mostSpent,
  question: mostSpent,
  day: 'key desc',
}

type SpendRow = {
  key: string
  runs: number
  spent: string
  assumed: string
  total_runs: number
  total_spent: string
  total_assumed: string
  lines: number
}

function toReport(by: SpendDimension, rows: readonly SpendRow[]): Pick<Spending, 'lines' | 'total' | 'lineCount'> {
  const lines = rows.map(({ key, runs, spent, assumed }) => ({ key, label: key, ...toAmounts(runs, spent, assumed) }))
  const [any] = rows
  return {
    // The newest days are the ones that are kept, and they are read in their order.
    lines: by === 'day' ? lines.toReversed() : lines,
    total: any ? toAmounts(any.total_runs, any.total_spent, any.total_assumed) : toAmounts(0, '0', '0'),
    lineCount: any?.lines ?? 0,
  }
}

function toAmounts(runs: number, spent: string, assumed: string): Spending['total'] {
  return { runs, spentUsd: toUsd(fromLedgerText(spent)), assumedUsd: toUsd(fromLedgerText(assumed)) }
}
