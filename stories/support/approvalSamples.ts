import type { ApprovalRequest, ShownEffect } from '@lakefront/react'
import { sampleApproval } from '@lakefront/testing'

const amount = (costUsd: number) => ({ bytesScanned: costUsd * 175_921_860_444, costUsd })

const sql = `select account_id, sum(revenue - cost) as gross_margin
from sales
group by account_id`

const read: ShownEffect = {
  tool: 'ask',
  title: 'Read about 400 GB at the Lakehouse for up to $3.10',
  effectClass: 'costly-read',
  source: 'lakehouse',
  sourceTitle: 'Lakehouse',
  changes: [],
  question: 'Gross margin of every order line since 2010, by account',
  statements: [{ source: 'lakehouse', sourceTitle: 'Lakehouse', dialect: 'duckdb', sql }],
  tables: ['lakehouse.sales'],
  estimate: {
    low: amount(1.2),
    expected: amount(2.4),
    high: amount(3.1),
    confidence: 'heuristic',
    basis: 'row counts and column widths',
  },
  pricesAsOf: '2026-11-01',
  rows: 41_200,
  people: 0,
  piiClasses: [],
  channels: [],
}

const costlyRead = sampleApproval({
  requestId: '91f5b4de-20c7-4a8e-b1d3-6f0e9c7a5b42',
  shown: read,
  because: ['It may cost more than $1.00.'],
  createdAt: '2026-11-20T10:39:00.000Z',
  grantCovers: null,
})

const editedRead = sampleApproval({
  ...costlyRead,
  requestId: 'c3a8e5f1-7b44-4d8e-9a0f-2e6d1c5b7f83',
  shownHash: 'edited',
  shown: {
    ...read,
    question: 'Gross margin of every order line since 2026, by account',
    statements: read.statements!.map((each) => ({
      ...each,
      sql: sql.replace('\ngroup', "\nwhere order_date >= date '2026-01-01'\ngroup"),
    })),
    estimate: { ...read.estimate!, low: amount(0.1), expected: amount(0.15), high: amount(0.2) },
  },
  because: ['It was edited.'],
})

const { question: _question, ...statement } = read
const costlyStatement = sampleApproval({
  ...costlyRead,
  requestId: 'd27a06c9-3c55-47be-8e02-9b1c4f6a7d50',
  shown: { ...statement, tool: 'run_query' },
})

const activity = sampleApproval({
  requestId: '0b7c9a1e-58ab-4d0a-8a8f-1f2d3c4b5a69',
  shown: {
    ...sampleApproval().shown,
    tool: 'create_record',
    title: 'Make the activity “Call about the safety restock”',
    record: { entity: 'activity', id: null, label: 'Call about the safety restock' },
    changes: [
      { column: 'subject', title: 'Subject', before: null, after: 'Call about the safety restock' },
      { column: 'contact_id', title: 'Contact', before: null, after: '16016' },
    ],
    people: 1,
    piiClasses: ['contact'],
  },
  requestedBy: { userId: 'dana.kowalski', agentId: 'scout' },
  createdAt: '2026-11-20T10:40:00.000Z',
})

const deal = sampleApproval()

/** One request of each kind, and one that was edited. */
export const approvalSamples: Record<
  'deal' | 'activity' | 'costlyRead' | 'editedRead' | 'costlyStatement',
  ApprovalRequest
> = {
  deal,
  activity,
  costlyRead,
  editedRead,
  costlyStatement,
}
