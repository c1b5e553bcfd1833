import { expect, test } from 'vitest'
import { GatewayError } from '../errors.ts'
import type { Source } from '../sources/port.ts'
import { type Outcome, watchSource } from '../sources/watchSource.ts'
import { createHealth } from './health.ts'

function setUp() {
  let isDown = false
  let queries = 0
  const outcomes = new Map<string, Outcome>()
  const query = async () => {
    queries += 1
    if (isDown) throw new GatewayError({ code: 'source-unavailable', message: 'down' })
    return { batches: (async function* () {})() }
  }
  const source = watchSource({ id: 'lakehouse', query } as unknown as Source, (outcome) =>
    outcomes.set('lakehouse', outcome),
  )
  const health = createHealth(new Map([['lakehouse', source]]), outcomes)
  return {
    source,
    stop: () => (isDown = true),
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

test('behavior: what happened last is what is told', async () => {
  const { source, status, stop, queries } = setUp()
  await status()
  stop()
  await source.query('select 1', { signal: new AbortController().signal }).catch(() => {})
  expect(await status()).toBe('unavailable')
  expect(queries()).toBe(2)
})
