import { sampleAnswer } from '@lakefront/testing'
import { expect, test } from 'vitest'
import type { Turn } from '../types.ts'
import { toStoredTurn } from './toStoredTurn.ts'

const answered = sampleAnswer()
const turn: Turn = {
  ...answered,
  id: 'turn-1',
  context: { entity: 'account', id: '77', label: 'Great Lakes Fastener & Supply' },
}

/** Where nothing of a row can be: names from the configuration, and what the person typed. */
const notFromRows =
  /^(id|question|context\.(entity|id)|status|answerId|conversationId|askedAt|answeredAt)$|^(steps\.\d+\.(id|source|sourceTitle|dialect|status|dependsOn\.\d+))$|^lineage\.|^cost\.(pricesAsOf|estimate\.confidence)$|^result\.(handle|expiresAt|columns\.)|^(error|warnings\.\d+)\.(code|source|retryAt)$/

/** Says a secret in every text of a value, also in a list of keys and in a comment where the text is a statement. */
function poison(value: unknown, path = ''): unknown {
  if (typeof value === 'string') {
    if (notFromRows.test(path)) return value
    return path.endsWith('.sql')
      ? `${value} and x in (918273, 'sentinel') and y = 918273.45 /* sentinel */`
      : 'sentinel 918273'
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, poison(inner, path ? `${path}.${key}` : key)])
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}

const everything: Turn = {
  ...turn,
  expectedColumns: turn.result?.columns,
  warnings: [{ code: 'unmatched-keys', message: 'Two accounts', source: 'crm' }],
  error: { code: 'source-unavailable', message: 'Bad value', retryable: true, source: 'erp' },
  clarification: {
    reason: 'ambiguous',
    words: ['x'],
    message: 'x',
    choices: [{ label: 'x', question: 'x', description: 'x' }],
  },
  steps: turn.steps.map((step) => ({ ...step, error: 'x' })),
}

test('default', () => {
  const stored = toStoredTurn(turn)
  expect(stored).toMatchObject({
    question: turn.question,
    context: { entity: 'account', id: '77' },
    status: 'answered',
    title: 'Gross margin by account',
    cost: { estimate: { expected: { costUsd: 0.0059 } } },
    lineage: turn.lineage,
    result: { handle: 'sample-result', columns: turn.result?.columns, rows: [], url: '' },
  })
  expect(stored.steps[0]?.sql).toBe(turn.steps[0]?.sql)
  expect(stored.steps[1]?.sql).toContain('where account_id in (…')
})

test('behavior: no row and no value that was read from one is in what is kept, whatever field it was in', () => {
  const poisoned = poison(everything) as Turn
  const written = JSON.stringify(toStoredTurn(poisoned))
  expect(JSON.stringify(poisoned).match(/sentinel/g)?.length).toBeGreaterThan(150)
  expect(written).not.toMatch(/sentinel|918273/)
  expect(written).toContain(turn.question)
})

test('behavior: a field that nobody has judged is not kept', () => {
  const later = { ...turn, chart: { peak: 'sentinel' }, steps: [{ ...turn.steps[0]!, sample: 'sentinel' }] }
  expect(JSON.stringify(toStoredTurn(later))).not.toContain('sentinel')
})

test('behavior: figures of the rows are in none of it', () => {
  const written = JSON.stringify(toStoredTurn(turn))
  for (const cell of turn.result!.rows.flat()) {
    if (String(cell).length > 3) expect(written).not.toContain(JSON.stringify(String(cell)).slice(1, -1))
  }
})

test('behavior: a title is kept when it is made of the words of the question and of the columns', () => {
  expect(toStoredTurn({ ...turn, title: 'Gross margins by accounts' }).title).toBe('Gross margins by accounts')
  expect(toStoredTurn({ ...turn, title: 'Gross margin of Acme Tool & Die' }).title).toBe('')
})

test('behavior: keeping what was kept changes nothing', () => {
  const stored = toStoredTurn(everything)
  expect(toStoredTurn({ ...stored, restored: true })).toEqual(stored)
})
