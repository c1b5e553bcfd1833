import { expect, test } from 'vitest'
import { blankAnswer } from '../../ask/answer/blankAnswer.ts'
import { exitCodeOf, toJson } from './answerJson.ts'

const answer = blankAnswer({ answerId: 'a', conversationId: 'c', question: 'Margin?', pricesAsOf: null })

test('default', () => {
  const steps = [
    {
      id: 's1',
      source: 'lakehouse',
      sourceTitle: 'Lakehouse',
      purpose: 'Sums the margin.',
      sql: 'select 1',
      dialect: 'duckdb',
      status: 'done' as const,
      rows: 1,
      durationMs: 4,
      bytesScanned: null,
      dependsOn: [],
    },
  ]
  const result = {
    handle: 'h',
    columns: [{ name: 'margin', type: 'decimal' as const, unit: 'currency' as const }],
    rows: [],
    offset: 0,
    rowCount: 1,
    truncated: false,
    complete: true,
    url: '/results/h',
    expiresAt: '2026-11-20T09:00:00Z',
  }
  const json = toJson({ ...answer, status: 'answered', steps, result }, [['10.50']])
  expect(json).not.toContain('\n')
  expect(JSON.parse(json)).toMatchObject({
    question: 'Margin?',
    status: 'answered',
    steps: [{ source: 'lakehouse', sql: 'select 1', rows: 1, durationMs: 4, bytesScanned: null }],
    columns: [{ name: 'margin', type: 'decimal', unit: 'currency' }],
    rows: [['10.50']],
    rowCount: 1,
    truncated: false,
    lineage: { sources: [], columns: [] },
    warnings: [],
  })
})

test.each([
  ['answered', 0],
  ['clarification', 3],
  ['unavailable', 4],
  ['partial', 4],
  ['approval-required', 5],
  ['refused', 1],
  ['failed', 1],
  ['cancelled', 1],
] as const)('behavior: exit code of %s is %i', (status, code) => {
  expect(exitCodeOf({ ...answer, status })).toBe(code)
})
