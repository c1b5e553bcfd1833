import type { SpendDimension, SpendLine, ToolOutput } from '@lakefront/contract'
import { sampleQuestion } from './answer.ts'

type Budget = ToolOutput<'read_budget'>
type Spending = ToolOutput<'report_spending'>

const asOf = '2026-11-20T10:41:07.000Z'
const timeZone = 'America/New_York'
const day = { startsAt: '2026-11-20T05:00:00Z', resetsAt: '2026-11-21T05:00:00Z' }
const month = { startsAt: '2026-11-01T04:00:00Z', resetsAt: '2026-12-01T05:00:00Z' }
const query = { startsAt: null, resetsAt: null }

/** A person’s day that is nearly full, a month with room, and what one query may cost; something runs. */
export function sampleBudget(overrides: Partial<Budget> = {}): Budget {
  return {
    caps: [
      {
        ...day,
        scope: 'user',
        period: 'day',
        capUsd: 5,
        confirmAboveUsd: 4.5,
        spentUsd: 3.9,
        reservedUsd: 0.25,
        leftUsd: 0.85,
        state: 'warn',
        projectedUsd: 16.463576,
      },
      {
        ...month,
        scope: 'tenant',
        period: 'month',
        capUsd: 500,
        confirmAboveUsd: null,
        spentUsd: 212.43,
        reservedUsd: 0.25,
        leftUsd: 287.32,
        state: 'ok',
        projectedUsd: 331.028536,
      },
      {
        ...query,
        scope: 'user',
        period: 'query',
        capUsd: 2,
        confirmAboveUsd: 0.5,
        spentUsd: 0,
        reservedUsd: 0,
        leftUsd: 2,
        state: 'ok',
        projectedUsd: null,
      },
    ],
    timeZone,
    asOf,
    ...overrides,
  }
}

type Run = Record<SpendDimension, string> & { spentMicroUsd: number; assumedMicroUsd: number }

/** Who, where, when, what for, and millionths of a dollar: spent, and the part that no source has told. */
const runs: readonly Run[] = [
  run('dana.kowalski', 'lakehouse', '2026-11-02', sampleQuestion, 5_900),
  run(
    'dana.kowalski',
    'lakehouse',
    '2026-11-03',
    'Revenue by month for account “Great Lakes Fastener & Supply”',
    1_204_310,
  ),
  run('raul.ortega', 'lakehouse', '2026-11-03', sampleQuestion, 5_872),
  run('mona.reyes', 'warehouse', '2026-11-09', 'Open balance by account for Ohio', 2_750_000, 2_750_000),
  run('mona.reyes', 'lakehouse', '2026-11-09', 'Gross margin by product line', 814_006),
  run('dana.kowalski', 'warehouse', '2026-11-19', 'run_query', 1_500_000),
  run('dana.kowalski', 'lakehouse', '2026-11-20', sampleQuestion, 5_881),
  run('raul.ortega', 'lakehouse', '2026-11-20', 'Returns by carrier, last 90 days', 402_119),
]

function run(
  user: string,
  source: string,
  day: string,
  question: string,
  spentMicroUsd: number,
  assumedMicroUsd = 0,
): Run {
  return { user, source, day, question, spentMicroUsd, assumedMicroUsd }
}

const titles: Record<string, string> = { lakehouse: 'Lakehouse', warehouse: 'Warehouse', run_query: 'Run a query' }

/** The same eight runs of November, seen by whichever dimension. */
export function sampleSpending(by: SpendDimension, overrides: Partial<Spending> = {}): Spending {
  const keys = [...new Set(runs.map((run) => run[by]))]
  const lines = keys.map((key): SpendLine => {
    const own = runs.filter((run) => run[by] === key)
    return { key, label: titles[key] ?? key, ...total(own) }
  })
  const isDays = by === 'day'
  return {
    by,
    from: '2026-11-01',
    to: '2026-11-20',
    timeZone,
    lines: lines.toSorted((one, other) => (isDays ? (one.key < other.key ? -1 : 1) : other.spentUsd - one.spentUsd)),
    total: total(runs),
    lineCount: lines.length,
    covers: 'tenant',
    asOf,
    ...overrides,
  }
}

function total(own: readonly Run[]): Spending['total'] {
  const sum = (amount: (run: Run) => number) => own.reduce((total, run) => total + amount(run), 0) / 1_000_000
  return {
    runs: own.length,
    spentUsd: sum(({ spentMicroUsd }) => spentMicroUsd),
    assumedUsd: sum(({ assumedMicroUsd }) => assumedMicroUsd),
  }
}
