import {
  answerSchema,
  approvalRequestSchema,
  auditCallSchema,
  autonomySchema,
  catalogSchema,
  grantSchema,
  recordSchema,
  recordSummarySchema,
  simulationSchema,
  toolSchemas,
} from '@lakefront/contract/schemas'
import { expect, test } from 'vitest'
import { sampleAnswer } from './answer.ts'
import { sampleApproval } from './approval.ts'
import { sampleAuditCalls } from './audit.ts'
import { sampleAutonomy, sampleSimulation } from './autonomy.ts'
import { sampleBudget, sampleSpending } from './budget.ts'
import { sampleCatalog } from './catalog.ts'
import { sampleCostlyRead } from './costlyRead.ts'
import { sampleGrant } from './grant.ts'
import { sampleRecord, sampleSummaries } from './record.ts'
import { sampleRows } from './rows.ts'

test.each([
  ['answer', answerSchema, sampleAnswer()],
  ['record', recordSchema, sampleRecord()],
  ['audited call', auditCallSchema, sampleAuditCalls[0]],
  ['catalog', catalogSchema, sampleCatalog()],
  ['request', approvalRequestSchema, sampleApproval()],
  ['costly read', approvalRequestSchema, sampleCostlyRead()],
  ['grant', grantSchema, sampleGrant()],
  ['autonomy', autonomySchema, sampleAutonomy()],
  ['simulation', simulationSchema, sampleSimulation()],
  ['budget', toolSchemas.read_budget.output, sampleBudget()],
  ['spending', toolSchemas.report_spending.output, sampleSpending('question')],
  ['summary', recordSummarySchema, sampleSummaries(1)[0]],
])('default: the sample %s is what the contract says', (_name, schema, sample) => {
  expect(schema.parse(sample)).toEqual(sample)
})

test('behavior: the sample says of its rows what its rows say', () => {
  const { text, result } = sampleAnswer()
  const cents = result!.rows.map(([, , margin]) => Number(String(margin).replace('.', '')))
  const total = cents.reduce((sum, value) => sum + value, 0)
  expect(text).toContain(`${result!.rows.length} accounts`)
  expect(text).toContain(`$${(total / 100_000_000).toFixed(2)} M`)
  expect(text).toContain('three accounts are below zero')
  expect(cents.filter((value) => value < 0)).toHaveLength(3)
  expect(cents).toEqual(cents.toSorted((left, right) => right - left))
})

test('behavior: the sample of spending adds up to the same, whichever way it is seen', () => {
  const reports = (['user', 'source', 'day', 'question'] as const).map((by) => sampleSpending(by))
  for (const { lines, total } of reports) {
    expect(total).toEqual(reports[0]!.total)
    expect(lines.reduce((sum, { spentUsd }) => sum + spentUsd, 0)).toBeCloseTo(total.spentUsd, 9)
  }
})

test('behavior: ten thousand accounts have ten thousand names', () => {
  const names = sampleRows(10_000).map(([, name]) => name)
  expect(new Set(names).size).toBe(10_000)
})
