import type { Answer, Cost, Lineage, ResultPage, Step } from '@lakefront/contract'
import { sampleColumns, sampleRows } from './rows.ts'

/** The question that the samples answer. */
export const sampleQuestion = 'What is the lifetime gross margin by account for the Cleveland territory?'

const askedAt = '2026-11-20T10:41:06.290Z'
const answeredAt = '2026-11-20T10:41:07.000Z'

/** Three steps, as they are when all of them are done. */
export const sampleSteps: readonly Step[] = [
  {
    id: 'accounts',
    source: 'crm',
    sourceTitle: 'CRM',
    purpose: 'Finds the accounts of the Cleveland territory.',
    sql: "select a.id as account_id, a.name as account_name\nfrom accounts a\njoin territories t on t.id = a.territory_id\nwhere t.name = 'Cleveland'",
    dialect: 'postgres',
    status: 'done',
    rows: 42,
    durationMs: 38,
    bytesScanned: null,
    dependsOn: [],
  },
  {
    id: 'sales',
    source: 'lakehouse',
    sourceTitle: 'Lakehouse',
    purpose: 'Sums the gross margin of these accounts.',
    sql: 'select account_id, sum(revenue - cost) as gross_margin\nfrom order_lines\nwhere account_id in (1001, 1002, … 40 more)\ngroup by account_id',
    dialect: 'duckdb',
    status: 'done',
    rows: 42,
    durationMs: 512,
    bytesScanned: 1_288_490_188,
    keysPushed: 42,
    dependsOn: ['accounts'],
  },
  {
    id: 'compose',
    source: 'gateway',
    sourceTitle: 'Gateway',
    purpose: 'Joins both by account.',
    sql: 'select account_id, account_name, gross_margin, gross_margin / sum(gross_margin) over () as share\nfrom accounts join sales using (account_id)\norder by gross_margin desc',
    dialect: 'duckdb',
    status: 'done',
    rows: 42,
    durationMs: 4,
    bytesScanned: null,
    dependsOn: ['accounts', 'sales'],
  },
]

/** An estimate with a price, and what it came to. */
export const sampleCost: Cost = {
  estimate: {
    low: { bytesScanned: 1_100_000_000, costUsd: 0.005 },
    expected: { bytesScanned: 1_300_000_000, costUsd: 0.0059 },
    high: { bytesScanned: 1_600_000_000, costUsd: 0.0073 },
    confidence: 'heuristic',
    basis: 'Size of the columns read.',
  },
  actual: { bytesScanned: 1_288_490_188, costUsd: 0.0059 },
  pricesAsOf: '2026-11-01',
}

/** Where each column of the sample comes from. */
export const sampleLineage: Lineage = {
  sources: [
    { source: 'crm', title: 'CRM', tables: ['accounts', 'territories'], readAt: '2026-11-20T10:41:06.330Z' },
    { source: 'lakehouse', title: 'Lakehouse', tables: ['order_lines'], readAt: '2026-11-20T10:41:06.850Z' },
  ],
  columns: [
    { column: 'account_name', from: ['crm.accounts.name'] },
    {
      column: 'gross_margin',
      from: ['lakehouse.order_lines.revenue', 'lakehouse.order_lines.cost'],
      expression: 'SUM(revenue - cost)',
      definition: 'sales.gross_margin',
      comment: 'Lines whose cost is not known are left out',
    },
  ],
}

/** A result that is whole in its first page. */
export function sampleResultPage(overrides: Partial<ResultPage> = {}): ResultPage {
  const rows = overrides.rows ?? sampleRows()
  return {
    handle: 'sample-result',
    columns: [...sampleColumns],
    rows,
    offset: 0,
    rowCount: rows.length,
    truncated: false,
    complete: true,
    url: '/results/sample-result?signature=sample',
    expiresAt: '2026-11-20T10:56:07.000Z',
    ...overrides,
  }
}

/** The whole answer to {@link sampleQuestion}. */
export function sampleAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    answerId: 'answer-1',
    conversationId: 'conversation-1',
    question: sampleQuestion,
    status: 'answered',
    text:
      'Cleveland’s 42 accounts have earned a gross margin of **$17.84 M** over their lifetime. ' +
      '**Great Lakes Fastener & Supply** leads; three accounts are below zero because of returns.',
    explanation: 'Gross margin is revenue minus cost, summed over all order lines since 2018, by account.',
    title: 'Gross margin by account',
    steps: [...sampleSteps],
    result: sampleResultPage(),
    lineage: sampleLineage,
    cost: sampleCost,
    warnings: [],
    suggestions: ['only 2025', 'by month', 'only below zero'],
    askedAt,
    answeredAt,
    durationMs: 710,
    ...overrides,
  }
}
