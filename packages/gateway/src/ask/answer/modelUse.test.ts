import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentCharge } from '../../budget/currentCharge.ts'
import { parseConfig } from '../../config/parseConfig.ts'
import { openRooms } from '../../openRooms.ts'
import type { Rooms } from '../../rooms.ts'
import { dollarPrices } from '../../testing/dollarPrices.ts'
import { startTestGateway, type TestGateway } from '../../testing/startTestGateway.ts'
import { makePostgres, type TestStore } from '../../testing/testStores.ts'
import type { ToolContext } from '../../tools/tool.ts'
import type { PlannerOutput } from '../port.ts'
import { answerQuestion } from './answerQuestion.ts'

/** A thousand tokens in and a thousand out cost five cents. */
const prices = { ...dollarPrices, usdPerMillionTokens: { small: { input: 10, output: 40 } } }
const question = 'What is the lifetime gross margin by account?'
const tokens = (model: string) => ({ model, inputTokens: 1_000, outputTokens: 1_000 })

let place: TestStore
let gateway: TestGateway
let rooms: Rooms
beforeAll(async () => {
  place = await makePostgres()
  gateway = await startTestGateway({ prices })
  const budgets = { caps: [{ scope: 'user', period: 'day', capUsd: 1.2 } as const] }
  const config = { ...gateway.config, store: place.config, budgets }
  rooms = await openRooms(parseConfig(config), { onFault: (error) => expect(error).toBeUndefined() })
}, 60_000)
afterAll(async () => {
  await Promise.all([...(rooms?.sources.values() ?? [])].map((source) => source.close()))
  await rooms?.store?.close()
  await gateway?.close()
  await place?.remove()
})

let calls = 0

/** Asks through a planner that answers as the real one does, or as it is given, and says that it has used a model. */
async function askWith(userId: string, model: string, output?: PlannerOutput) {
  const caller = { tenantId: 'erie', userId, roles: [] }
  const { planner } = rooms
  const plan: typeof planner.plan = async (input) => ({
    ...(output ?? (await planner.plan(input))),
    modelUse: [tokens(model)],
  })
  const context: ToolContext = {
    rooms: { ...rooms, planner: { ...planner, plan } },
    caller,
    callId: `call ${++calls}`,
    signal: new AbortController().signal,
    emit: () => undefined,
    onFault: (error) => expect(error).toBeUndefined(),
  }
  const charge = { payer: caller, callId: context.callId, tool: 'ask', question }
  const answer = await currentCharge.run(charge, () => answerQuestion({ question, pageSize: 200 }, context))
  const spent = () =>
    rooms.budgetReports!.reportSpending(caller, { by: 'source', from: '2026-01-01', to: '2999-01-01', limit: 10 })
  return { answer, spent }
}

test('default: tokens are part of what an answer costs, estimated and actual, and are booked', async () => {
  const { answer, spent } = await askWith('zoe', 'small')
  expect(answer.status).toBe('answered')
  expect(answer.cost.estimate.high.costUsd).toBeCloseTo(1.05, 9)
  expect(answer.cost.actual).toEqual({ bytesScanned: 412, costUsd: expect.closeTo(1.05, 9) })
  await expect
    .poll(async () => (await spent()).lines)
    .toEqual([
      { key: 'lakehouse', label: 'lakehouse', runs: 1, spentUsd: 1, assumedUsd: 0 },
      { key: 'model:small', label: 'model:small', runs: 1, spentUsd: 0.05, assumedUsd: 0 },
    ])

  const again = await askWith('zoe', 'small')
  expect(again.answer).toMatchObject({ status: 'refused', error: { code: 'budget-exceeded' } })
  // What planning took is spent, also where the plan may not run.
  await expect.poll(async () => (await spent()).total.spentUsd).toBe(1.1)
})

test('behavior: a model without a price makes the cost unknown, not less', async () => {
  const { answer, spent } = await askWith('raul', 'large')
  expect(answer.status).toBe('answered')
  expect(answer.cost.actual).toEqual({ bytesScanned: 412, costUsd: null })
  expect(answer.cost.estimate.expected.costUsd).toBeNull()
  await expect
    .poll(async () => (await spent()).lines.map(({ key, spentUsd }) => [key, spentUsd]))
    .toEqual([
      ['lakehouse', 1],
      ['model:large', 0],
    ])
})

test('behavior: to be asked back costs its tokens', async () => {
  const { answer, spent } = await askWith('ann', 'small', {
    kind: 'clarification',
    clarification: { reason: 'not-understood', words: ['x'], message: 'What is x?', choices: [] },
  })
  expect(answer).toMatchObject({ status: 'clarification', cost: { actual: { costUsd: 0.05 } } })
  await expect.poll(async () => (await spent()).total).toMatchObject({ runs: 1, spentUsd: 0.05 })
})
