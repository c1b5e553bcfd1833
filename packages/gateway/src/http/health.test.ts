import { expect, onTestFinished, test, vi } from 'vitest'
import { GatewayError } from '../errors.ts'
import type { Source } from '../sources/port.ts'
import { type Outcome, watchSource } from '../sources/watchSource.ts'
import { createHealth } from './health.ts'

function setUp({ isProbed = true } = {}) {
  const brokenViews = new Set<string>()
  let isDown = false
  let isHanging = false
  let queries = 0
  const outcomes = new Map<string, Outcome>()
  const query = async () => {
    queries += 1
    if (isHanging) await new Promise(() => {})
    if (isDown) throw new GatewayError({ code: 'source-unavailable', message: 'down' })
    return { batches: (async function* () {})() }
  }
  const source = watchSource({ id: 'lakehouse', query } as unknown as Source, (outcome) =>
    outcomes.set('lakehouse', outcome),
  )
  const sources = new Map([['lakehouse', source]])
  const health = createHealth({ sources, probes: isProbed ? sources : new Map(), outcomes, brokenViews })
  return {
    source,
    stop: () => (isDown = true),
    hang: () => (isHanging = true),
    brokenViews,
    body: async () => (await health()).json(),
    status: async () => (await (await health()).json()).sources.lakehouse.status,
    queries: () => queries,
  }
}

test('default', async () => {
  const { status } = setUp()
  expect(await status()).toBe('available')
})

test('behavior: asked often, a source that answers is woken once', async () => {
  const { status, queries } = setUp()
  for (let times = 0; times < 5; times++) await status()
  expect(queries()).toBe(1)
})

test('behavior: one that bills for time is not asked, and unknown until it is used', async () => {
  const { source, status, queries } = setUp({ isProbed: false })
  expect(await status()).toBe('unknown')
  expect(queries()).toBe(0)
  await source.query('select 1', { signal: new AbortController().signal })
  expect(await status()).toBe('available')
})

test('behavior: what happened last is what is told', async () => {
  const { source, status, stop, queries } = setUp()
  await status()
  stop()
  await source.query('select 1', { signal: new AbortController().signal }).catch(() => {})
  expect(await status()).toBe('unavailable')
  expect(queries()).toBe(2)
})

test('behavior: one that hangs, and does not even let itself be given up, keeps nobody waiting', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), milliseconds)
    return controller.signal
  })
  onTestFinished(() => void vi.restoreAllMocks())
  const { status, hang } = setUp()
  hang()
  const told = status()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await told).toBe('unavailable')
})

test('behavior: views that cannot be right are named', async () => {
  const { body, brokenViews } = setUp()
  expect(await body()).toEqual({ status: 'serving', sources: { lakehouse: { status: 'available' } } })
  brokenViews.add('sales')
  expect(await body()).toMatchObject({ views: { sales: { status: 'table-not-listed' } } })
})
