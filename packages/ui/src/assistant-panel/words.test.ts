import type { ResultRows, Turn } from '@lakefront/react'
import { sampleAnswer, sampleCost, sampleSteps } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { costParts } from '../cost/costParts.ts'
import { createFormat } from '../format/createFormat.ts'
import { en } from '../messages/en.ts'
import { announcement } from './panel/announcement.ts'
import { rowsNote } from './result/RowsNote.tsx'
import { runningSteps, shareDone } from './steps/progressOf.ts'
import { stepsSummary } from './steps/stepsSummary.ts'
import { problemText } from './turn/problemText.ts'

const format = createFormat({ locale: 'en-US', timeZone: 'UTC', messages: en })
const answered = sampleAnswer({ text: '**Two** accounts lead.' })
const turnOf = (overrides: Partial<Turn> = {}): Turn => ({ ...answered, id: 'turn-1', ...overrides })
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const error = { code: 'source-unavailable', message: 'The ERP is currently unavailable.', retryable: true }
const clarification = { reason: 'ambiguous' as const, words: [], message: 'Which Erie?', choices: [] }

test.each([
  ['a plan in the making', { status: 'asking', steps: [] }, 'Working out what to read…'],
  ['sources being read', { status: 'running' }, 'Reading CRM and Lakehouse…'],
  ['the same while text arrives', { status: 'running', text: 'Two acc' }, 'Reading CRM and Lakehouse…'],
  ['the answer and its rows', {}, 'Two accounts lead. Gross margin by account, 42 rows'],
  ['an answer without rows', { result: undefined }, 'Two accounts lead.'],
  ['a question back', { status: 'clarification', clarification }, 'Which Erie?'],
  ['a fault', { status: 'unavailable', text: '', error }, 'Not available now. The ERP is currently unavailable.'],
  ['a stop', { status: 'cancelled', error: undefined }, 'Stopped by you. Nothing more is read.'],
  ['nothing after a reload, when nothing has happened', { restored: true }, ''],
] as [string, Partial<Turn>, string][])('behavior: announces %s', (_name, overrides, text) => {
  expect(announcement(turnOf(overrides), en, format)).toBe(text)
})

const running = sampleSteps.map((step) => ({ ...step, status: 'running' as const }))
const inState = (state: 'waking' | 'queued' | 'running', ...ids: string[]): Partial<Turn> => ({
  status: 'running',
  steps: running.slice(0, 2),
  progress: Object.fromEntries(ids.map((id) => [id, { state, elapsedMs: 8_000, fraction: 0.5 }])),
})

test.each([
  ['a warehouse that wakes, while others read', inState('waking', 'sales'), 'Waking Lakehouse…'],
  ['two that wake', inState('waking', 'accounts', 'sales'), 'Waking CRM and Lakehouse…'],
  ['one that is busy, while others read', inState('queued', 'sales'), 'Reading CRM and Lakehouse…'],
  ['nothing but busy ones', inState('queued', 'accounts', 'sales'), 'Waiting for CRM and Lakehouse, which is busy…'],
  ['no share and no seconds, which would flood', inState('running', 'sales'), 'Reading CRM and Lakehouse…'],
] as [string, Partial<Turn>, string][])('behavior: announces %s', (_name, overrides, text) => {
  expect(announcement(turnOf(overrides), en, format)).toBe(text)
})

test('behavior: the share is that of the step that has furthest to go', () => {
  const progress = {
    accounts: { state: 'running', elapsedMs: 1, fraction: 0.9 },
    sales: { state: 'running', elapsedMs: 1, fraction: 0.2 },
  } as const
  expect(shareDone(runningSteps({ steps: running, progress }))).toBe(0.2)
  expect(shareDone(runningSteps({ steps: running, progress: {} }))).toBeUndefined()
  expect(shareDone(runningSteps({ steps: sampleSteps, progress }))).toBeUndefined()
})

const rows = (overrides: Partial<ResultRows>): ResultRows => ({
  ...{ columns: [], rowCount: 5_000, totalRowCount: 5_000, status: 'complete', reconnecting: false, truncated: false },
  ...{ bytesReceived: 0, held: 'all', batchCount: 0, version: 0 },
  ...{
    isHeld: () => true,
    look: () => {},
    getCell: () => null,
    batchAt: () => undefined,
    stop: () => {},
    resume: () => {},
  },
  ...overrides,
})

test.each([
  ['nothing of rows that are all here', {}, undefined],
  ['nothing of rows that are read again as they are looked at', { held: 'window' }, undefined],
  ['rows that could not be read again', { held: 'window', error: { code: 'internal' } as never }, en.rowsNotReadAgain],
  ['a limit before that', { held: 'window', truncated: true }, en.truncatedAt('5,000')],
  ['an end', { status: 'expired', held: 'window', truncated: true }, en.rowsExpired],
  ['a stop', { status: 'cut' }, en.rowsCut('5,000')],
] as [string, Partial<ResultRows>, string | undefined][])('behavior: notes %s', (_name, overrides, text) => {
  expect(rowsNote(rows(overrides), en, format)).toBe(text)
})

test.each([
  ['several sources', sampleSteps, '2 live reads, joined here · 0.71 s'],
  ['one source', sampleSteps.slice(0, 1), '1 live read · 0.71 s'],
  [
    'skipped steps',
    sampleSteps.slice(0, 2).map((step) => ({ ...step, status: 'skipped' as const })),
    '0 live reads · 0.71 s',
  ],
])('behavior: sums up %s', (_name, steps, text) => {
  expect(plain(stepsSummary(turnOf({ steps }), en, format))).toBe(text)
})

test('behavior: of an interrupted turn it is said what was planned', () => {
  const text = stepsSummary(turnOf({ status: 'interrupted', durationMs: undefined }), en, format)
  expect(text).toBe('2 live reads, joined here · planned')
})

test.each([
  ['failed', { code: 'unauthenticated', message: 'x' }, ['That did not work', en.errors.unauthenticated]],
  ['failed', { code: 'statement-failed', message: 'No such column.' }, ['That did not work', 'No such column.']],
  ['unavailable', error, ['Not available now', error.message]],
] as const)('behavior: %s, %o', (status, cause, text) => {
  expect(problemText(turnOf({ status, error: { retryable: false, ...cause } }), en)).toEqual(text)
})

test.each([
  ['interrupted', [en.interrupted, en.interruptedHint]],
  ['clarification', [en.notUnderstood, en.choicesNotKept]],
] as const)('behavior: %s, after a reload', (status, text) => {
  expect(problemText(turnOf({ status, text: '', restored: true }), en)).toEqual(text)
})

test('behavior: a refusal says why', () => {
  expect(problemText(turnOf({ status: 'refused', text: 'I only read.' }), en)).toEqual(['Not done', 'I only read.'])
})

const unknown = { bytesScanned: null, costUsd: null }
test.each([
  ['an estimate and what it came to', sampleCost, ['Est. $0.005–$0.0073', 'actual $0.0059', '1.3 GB']],
  ['an estimate alone', { ...sampleCost, actual: null }, ['Est. $0.005–$0.0073', '1.3 GB']],
  [
    'an unknown actual',
    { ...sampleCost, actual: unknown },
    ['Est. $0.005–$0.0073', 'actual unknown', 'bytes read unknown'],
  ],
  [
    'a run above what it was to cost at most',
    { ...sampleCost, actual: { bytesScanned: 2_000_000_000, costUsd: 0.0091 } },
    ['Est. $0.005–$0.0073', 'actual $0.0091', 'more than estimated', '2 GB'],
  ],
  [
    'a run above it by less than is shown',
    { ...sampleCost, actual: { bytesScanned: 1_600_000_001, costUsd: 0.007_300_1 } },
    ['Est. $0.005–$0.0073', 'actual $0.0073', '1.6 GB'],
  ],
])('behavior: the cost line has %s', (_name, cost, parts) => {
  expect(costParts(cost, en, format).map(plain)).toEqual(parts)
})
