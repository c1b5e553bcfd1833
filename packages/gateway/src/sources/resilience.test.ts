import { expect, test } from 'vitest'
import { GatewayError } from '../errors.ts'
import { createResilience, inSentence, unavailable } from './resilience.ts'

const named = { source: 'lakehouse', title: 'Lakehouse' }
const signal = new AbortController().signal
const down = async () => {
  throw unavailable(named)
}

function counted(work: () => Promise<unknown>) {
  let calls = 0
  const run = () => {
    calls++
    return work()
  }
  return { run, calls: () => calls }
}

test('default: a fault of the connection is tried again', async () => {
  const resilience = createResilience({ ...named, timeoutMs: 1_000, now: Date.now })
  let faults = 2
  const work = counted(async () => (faults-- > 0 ? down() : 'rows'))
  await expect(resilience.run(work.run, signal)).resolves.toBe('rows')
  expect(work.calls()).toBe(3)
})

test('behavior: a refused statement is not tried again, and does not count as a fault', async () => {
  const resilience = createResilience({ ...named, timeoutMs: 1_000, now: Date.now })
  const work = counted(async () => {
    throw new GatewayError({ code: 'statement-failed', message: 'no such column' })
  })
  for (let round = 0; round < 10; round++) {
    await expect(resilience.run(work.run, signal)).rejects.toMatchObject({ code: 'statement-failed' })
  }
  expect(work.calls()).toBe(10)
})

test('behavior: after five faults the source is left alone, and it is told until when', async () => {
  const now = Date.parse('2026-11-20T10:00:00Z')
  const resilience = createResilience({ ...named, timeoutMs: 1_000, now: () => now, pauseMs: 60_000 })
  const work = counted(down)
  await expect(resilience.run(work.run, signal)).rejects.toMatchObject({
    code: 'source-unavailable',
    retryAt: undefined,
  })
  const error = (await resilience.run(work.run, signal).catch((error) => error)) as GatewayError
  expect(error).toMatchObject({
    code: 'source-unavailable',
    message: 'The lakehouse is currently unavailable.',
    source: 'lakehouse',
  })
  expect(error.retryAt?.toISOString()).toBe('2026-11-20T10:01:00.000Z')
  await resilience.run(work.run, signal).catch(() => undefined)
  expect(work.calls()).toBe(5)
})

test('behavior: after the pause one call finds out, and all is well again', async () => {
  const resilience = createResilience({ ...named, timeoutMs: 1_000, now: Date.now, pauseMs: 1 })
  for (let round = 0; round < 2; round++) await resilience.run(down, signal).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 5))
  await expect(resilience.run(async () => 'rows', signal)).resolves.toBe('rows')
  await expect(resilience.run(async () => 'rows', signal)).resolves.toBe('rows')
})

test('behavior: a source that is silent is given up, once, and its work is told', async () => {
  const resilience = createResilience({ ...named, timeoutMs: 20, now: Date.now })
  let given: AbortSignal | undefined
  const work = counted(() => new Promise(() => undefined))
  const running = resilience.run((limited) => {
    given = limited
    return work.run()
  }, signal)
  await expect(running).rejects.toMatchObject({ code: 'source-timeout' })
  expect(given?.aborted).toBe(true)
  expect(work.calls()).toBe(1)
})

test('behavior: cancelling is neither a fault nor waited for', async () => {
  const resilience = createResilience({ ...named, timeoutMs: 60_000, now: Date.now })
  const controller = new AbortController()
  const running = resilience.run(() => new Promise(() => undefined), controller.signal)
  controller.abort()
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  const aborted = AbortSignal.abort()
  await expect(resilience.run(async () => 'rows', aborted)).rejects.toMatchObject({ code: 'cancelled' })
})

test.each([
  ['Lakehouse', 'lakehouse'],
  ['ERP', 'ERP'],
  ['Sales DB', 'Sales DB'],
])('behavior: %s reads %s inside a sentence', (title, word) => {
  expect(inSentence(title)).toBe(word)
})
