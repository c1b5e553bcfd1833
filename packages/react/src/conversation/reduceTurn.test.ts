import type { AnswerEvent } from '@lakefront/contract'
import { sampleAnswer, sampleCost, sampleCostlyRead, sampleResultPage, sampleSteps } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { failTurn, finishTurn, reduceTurn, startTurn } from './reduceTurn.ts'

const start = startTurn(
  { id: 'turn-1', question: 'margin?', context: { entity: 'account', id: '1001' } },
  '2026-11-20T10:41:06.000Z',
)
const [first, second] = sampleSteps as [(typeof sampleSteps)[0], (typeof sampleSteps)[0]]
const planned = [first, second].map((step) => ({ ...step, status: 'planned' as const }))
const plan = { title: 'Margin', explanation: 'Summed.', steps: planned, cost: { ...sampleCost, actual: null } }

const events: AnswerEvent[] = [
  { type: 'answer-start', answerId: 'answer-1', conversationId: 'conversation-1' },
  { type: 'plan-ready', ...plan, columns: sampleResultPage().columns },
  { type: 'step-start', step: { ...first, status: 'running' } },
  { type: 'step-progress', stepId: first.id, state: 'running', elapsedMs: 400, fraction: 0.25 },
  { type: 'step-end', step: first },
  { type: 'result-ready', result: sampleResultPage() },
  { type: 'text-delta', text: 'Cleveland’s ' },
  { type: 'text-delta', text: '42 accounts' },
  { type: 'warning', warning: { code: 'truncated', message: 'Cut.' } },
  { type: 'effect-announced' } as never,
]

test.each([
  ['answer-start', 1, { status: 'asking', answerId: 'answer-1', conversationId: 'conversation-1' }],
  [
    'plan-ready',
    2,
    { status: 'planned', title: 'Margin', steps: planned, expectedColumns: sampleResultPage().columns },
  ],
  ['step-start', 3, { status: 'running', steps: [{ ...first, status: 'running' }, planned[1]] }],
  [
    'step-progress',
    4,
    { status: 'running', progress: { [first.id]: { state: 'running', elapsedMs: 400, fraction: 0.25 } } },
  ],
  ['step-end', 5, { status: 'running', steps: [first, planned[1]] }],
  ['result-ready', 6, { result: sampleResultPage() }],
  ['text-delta', 8, { text: 'Cleveland’s 42 accounts' }],
  ['warning', 9, { warnings: [{ code: 'truncated', message: 'Cut.' }] }],
])('default: up to %s', (_name, count, expected) => {
  expect(events.slice(0, count).reduce(reduceTurn, start)).toMatchObject(expected)
})

test('behavior: an event of a newer gateway changes nothing', () => {
  expect(reduceTurn(start, { type: 'effect-announced' } as never)).toBe(start)
})

test('behavior: what has to be agreed to is known by name, until the turn is asked again', () => {
  const request = sampleCostlyRead()
  const waiting = reduceTurn(start, { type: 'approval-requested', request })
  expect(waiting).toMatchObject({ approval: request, approvalId: request.requestId })
  expect(finishTurn(start, sampleAnswer({ status: 'approval-required', approval: request }))).toMatchObject({
    status: 'approval-required',
    approvalId: request.requestId,
  })
  const { approval, approvalId } = finishTurn(waiting, sampleAnswer())
  expect([approval, approvalId]).toEqual([undefined, undefined])
})

test('behavior: a step that the plan did not name is added', () => {
  expect(reduceTurn(start, { type: 'step-start', step: first }).steps).toEqual([first])
})

/** A small generator of numbers, so that a failure can be had again. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

test('behavior: the end is the same whichever events arrived, and in whichever order', () => {
  const answer = sampleAnswer()
  const withoutEvents = finishTurn(start, answer)
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomFrom(seed)
    const heard = events
      .filter(() => random() < 0.6)
      .map((event) => ({ event, place: random() }))
      .sort((left, right) => left.place - right.place)
      .map(({ event }) => event)
    const turn = heard.reduce(reduceTurn, start)
    expect(finishTurn(turn, answer)).toEqual(withoutEvents)
    expect(reduceTurn(turn, { type: 'answer-end', answer })).toEqual(withoutEvents)
  }
})

test.each([
  ['cancelled', 'cancelled'],
  ['source-unavailable', 'unavailable'],
  ['gateway-unreachable', 'unavailable'],
  ['statement-refused', 'refused'],
  ['unauthenticated', 'failed'],
  ['a-code-of-tomorrow', 'failed'],
])('behavior: an error with code %s ends as %s, and keeps what had arrived', (code, status) => {
  const running = events.slice(0, 8).reduce(reduceTurn, start)
  const turn = failTurn(running, { code, message: 'No.', retryable: true }, '2026-11-20T10:41:07.000Z')
  expect(turn).toMatchObject({ status, text: 'Cleveland’s 42 accounts', result: sampleResultPage(), error: { code } })
  expect(turn.steps.map((step) => step.status)).toEqual(['done', 'skipped'])
  expect(turn.expectedColumns).toBeUndefined()
  expect(turn.progress).toBeUndefined()
  expect(turn.context).toEqual(start.context)
})
