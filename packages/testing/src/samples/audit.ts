import type { AuditCall } from '@lakefront/contract'
import { sampleCost, sampleLineage, sampleQuestion } from './answer.ts'

const accountsSql = `SELECT a.id, a.name FROM accounts AS a JOIN territories AS t ON t.id = a.territory_id WHERE t.name = '#5d1f0c9a77e24b60'`
const salesSql = `SELECT account_id, SUM(revenue - cost) AS gross_margin FROM order_lines WHERE account_id IN ('#0b6a41d2c9f38e57') GROUP BY account_id`

/** The question of the samples as the audit trail has it: two entries, values as keyed hashes, no row. */
export function sampleAuditCall(overrides: Partial<AuditCall> = {}): AuditCall {
  return {
    callId: 'answer-1',
    tool: 'ask',
    userId: 'dana.kowalski',
    agentId: null,
    roles: ['sales'],
    question: sampleQuestion,
    startedAt: '2026-11-20T10:41:06.290Z',
    endedAt: '2026-11-20T10:41:07.000Z',
    status: 'answered',
    errorCode: null,
    statements: [
      {
        source: 'crm',
        dialect: 'postgres',
        sql: accountsSql,
        tables: ['accounts', 'territories'],
        columns: ['accounts.id', 'accounts.name', 'accounts.territory_id', 'territories.id', 'territories.name'],
        startedAt: '2026-11-20T10:41:06.300Z',
        status: 'done',
        rowsOut: 42,
        bytesScanned: null,
      },
      {
        source: 'lakehouse',
        dialect: 'duckdb',
        sql: salesSql,
        tables: ['order_lines'],
        columns: ['order_lines.account_id', 'order_lines.revenue', 'order_lines.cost'],
        startedAt: '2026-11-20T10:41:06.342Z',
        status: 'done',
        rowsOut: 42,
        bytesScanned: 1_288_490_188,
      },
    ],
    lineage: sampleLineage.columns,
    rowsShown: 42,
    cost: sampleCost,
    verdicts: { guard: 'allowed', budget: 'ok' },
    approval: null,
    shownHash: 'c41e3a7b5d0f92e86b1c4a7d3e5f8091a2b3c4d5e6f708192a3b4c5d6e7f8091',
    entries: [
      {
        sequence: 127,
        kind: 'call-started',
        hash: '8d2f6a1b3c4e5f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8',
        recordedAt: '2026-11-20T10:41:06.291Z',
      },
      {
        sequence: 128,
        kind: 'call-ended',
        hash: '91a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f80',
        recordedAt: '2026-11-20T10:41:07.001Z',
      },
    ],
    ...overrides,
  }
}

/** Other calls of the trail, the newest first: an effect that was approved, and a statement that was refused. */
export const sampleAuditCalls: readonly AuditCall[] = [
  sampleAuditCall({
    callId: 'call-3',
    tool: 'update_record',
    userId: 'dana.kowalski',
    agentId: 'scout',
    question: null,
    startedAt: '2026-11-20T10:52:00.000Z',
    endedAt: '2026-11-20T10:58:12.400Z',
    status: 'done',
    statements: [],
    lineage: [],
    rowsShown: 0,
    cost: null,
    verdicts: null,
    approval: {
      requestId: '7d3f0a52-6c1e-4b0e-9d57-2f6f0d4b8a11',
      shownHash: '3f5a8c0b4b7d6f1e2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a',
      state: 'done',
      decisions: [{ userId: 'mona.reyes', decision: 'approve', decidedAt: '2026-11-20T10:58:12.000Z' }],
    },
    entries: [entry(131, 'call-started'), entry(132, 'call-ended'), entry(133, 'effect-ended')],
  }),
  sampleAuditCall({
    callId: 'call-2',
    tool: 'run_query',
    userId: 'mona.reyes',
    roles: ['manager'],
    question: null,
    startedAt: '2026-11-20T10:45:30.000Z',
    endedAt: '2026-11-20T10:45:30.020Z',
    status: 'failed',
    errorCode: 'statement-refused',
    statements: [],
    lineage: [],
    rowsShown: 0,
    cost: null,
    verdicts: { guard: 'refused', budget: 'none' },
    shownHash: null,
    entries: [entry(129, 'call-started'), entry(130, 'call-ended')],
  }),
  sampleAuditCall(),
]

function entry(sequence: number, kind: string): AuditCall['entries'][number] {
  const hash = sequence.toString(16).padStart(4, '0').repeat(16)
  return { sequence, kind, hash, recordedAt: '2026-11-20T10:58:12.401Z' }
}
