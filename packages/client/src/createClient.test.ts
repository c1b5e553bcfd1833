import type { AnswerEvent } from '@lakefront/contract'
import { createFakeClock, type Script, sampleAnswer, scenarios, scriptedGateway } from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { createClient } from './createClient.ts'
import { LakefrontError, SourceError } from './errors.ts'

function under(script: Script, options: Parameters<typeof scriptedGateway>[1] = {}) {
  const gateway = scriptedGateway(script, options)
  return { gateway, client: createClient(gateway) }
}

async function failureOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!LakefrontError.isInstance(error)) throw new Error(`Not one of ours: ${error}`)
  return error
}

test.each(['2026', '2025'] as const)('default: asks in the era of %s and hears what happens', async (era) => {
  const { client } = under(scenarios.answering(), { era })
  const events: AnswerEvent[] = []
  const answer = await client.ask({ question: 'margin?' }, { onEvent: (event) => events.push(event) })

  expect(answer.status).toBe('answered')
  expect(answer.result?.rows).toHaveLength(42)
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['answer-start', 'plan-ready', 'step-start', 'step-end', 'result-ready', 'text-delta']),
  )
})

test('behavior: costs nothing until it is used', async () => {
  const fetch = vi.fn()
  createClient({ gatewayUrl: 'http://gateway.test/mcp', fetch })
  expect(fetch).not.toHaveBeenCalled()
})

test('behavior: calls at the same time share one connection', async () => {
  const { gateway } = under(scenarios.answering())
  const methods: string[] = []
  const client = createClient({
    ...gateway,
    fetch: (input, init) => {
      methods.push(JSON.parse(String(init?.body)).method)
      return gateway.fetch(input, init)
    },
  })
  await Promise.all([client.callTool('describe_catalog', {}), client.callTool('describe_catalog', {})])
  expect(methods.filter((method) => method === 'server/discover')).toHaveLength(1)
  expect(gateway.calls).toHaveLength(2)
})

test('behavior: the token is asked for before each request', async () => {
  const accepts = vi.fn(() => true)
  const gateway = scriptedGateway(scenarios.answering(), { accepts })
  let count = 0
  const client = createClient({ ...gateway, getAccessToken: () => `token-${++count}` })
  await client.callTool('describe_catalog', {})
  await client.callTool('describe_catalog', {})
  const tokens = accepts.mock.calls.map(([token]: string[]) => token)
  expect(new Set(tokens).size).toBe(tokens.length)
})

test('behavior: a token that ran out is asked for once more', async () => {
  const gateway = scriptedGateway(scenarios.answering(), { accepts: (token) => token === 'fresh' })
  const getAccessToken = vi.fn().mockReturnValueOnce('stale').mockReturnValue('fresh')
  const answer = await createClient({ ...gateway, getAccessToken }).ask({ question: 'margin?' })
  expect(answer.status).toBe('answered')
})

test('behavior: a token that is refused is an error, and is not sent again and again', async () => {
  const accepts = vi.fn(() => false)
  const gateway = scriptedGateway(scenarios.answering(), { accepts })
  const client = createClient({ ...gateway, getAccessToken: () => 'stale' })
  expect(await failureOf(client.ask({ question: 'margin?' }))).toMatchObject({
    code: 'unauthenticated',
    message: 'Sign in to ask.',
  })
  expect(accepts).toHaveBeenCalledTimes(1)
})

test('behavior: cancelling stops the work at the gateway', async () => {
  const { client, gateway } = under(scenarios.neverAnswering())
  const controller = new AbortController()
  const started = Promise.withResolvers<void>()
  const failure = failureOf(
    client.ask({ question: 'margin?' }, { signal: controller.signal, onEvent: () => started.resolve() }),
  )
  await started.promise
  controller.abort()
  expect((await failure).code).toBe('cancelled')
  await vi.waitFor(() => expect(gateway.calls[0]?.signal.aborted).toBe(true))
})

test('behavior: a call that was cancelled before it began sends nothing', async () => {
  const { client, gateway } = under(scenarios.answering())
  expect((await failureOf(client.ask({ question: 'margin?' }, { signal: AbortSignal.abort() }))).code).toBe('cancelled')
  expect(gateway.calls).toEqual([])
})

test('behavior: closing cancels what runs, and a later call opens a new connection', async () => {
  const script = scenarios.neverAnswering()
  const { client } = under(script)
  const started = Promise.withResolvers<void>()
  const failure = failureOf(client.ask({ question: 'margin?' }, { onEvent: () => started.resolve() }))
  await started.promise
  await client.close()
  expect((await failure).code).toBe('cancelled')
  expect((await client.callTool('describe_catalog', {})).entities).toHaveLength(1)
})

test('behavior: a gateway that is down is tried anew by the next call', async () => {
  const gateway = scriptedGateway(scenarios.answering())
  const fetch = vi.fn(gateway.fetch).mockRejectedValueOnce(new TypeError('fetch failed'))
  const client = createClient({ ...gateway, fetch })
  expect(await failureOf(client.ask({ question: 'margin?' }))).toMatchObject({
    code: 'gateway-unreachable',
    retryable: true,
  })
  expect((await client.ask({ question: 'margin?' })).status).toBe('answered')
})

test('behavior: an error of the gateway keeps its code, its source and when to try again', async () => {
  const retryAt = new Date('2026-11-20T10:42:00Z')
  const { client } = under({
    describe_catalog: () => {
      throw new SourceError('source-unavailable', {
        message: 'The ERP is currently unavailable.',
        source: 'erp',
        retryAt,
      })
    },
  })
  const error = await failureOf(client.callTool('describe_catalog', {}))
  expect(error).toBeInstanceOf(SourceError)
  expect(error).toMatchObject({
    code: 'source-unavailable',
    message: 'The ERP is currently unavailable.',
    source: 'erp',
    retryAt,
    retryable: true,
  })
})

test('behavior: a reply that is not what the contract promises is refused', async () => {
  const { steps: _steps, ...rest } = sampleAnswer()
  const { client } = under({ ask: () => rest as never })
  expect(await failureOf(client.ask({ question: 'margin?' }))).toMatchObject({
    code: 'malformed-reply',
    message: expect.stringContaining('steps is undefined, not array'),
  })
})

test('behavior: input that the gateway does not accept is an error of its own', async () => {
  const { client } = under(scenarios.answering())
  expect((await failureOf(client.ask({ question: 'x'.repeat(10), pageSize: 0 }))).code).toBe('invalid-input')
})

test('behavior: an event of a newer gateway does no harm', async () => {
  const { client } = under({
    ask: async (_input, stage) => {
      await stage.emit({ type: 'effect-announced' } as never)
      return sampleAnswer()
    },
  })
  const seen: string[] = []
  expect((await client.ask({ question: 'margin?' }, { onEvent: ({ type }) => seen.push(type) })).status).toBe(
    'answered',
  )
  expect(seen).toEqual(['effect-announced'])
})

test('parameters: scope is the given one, or one of its own', () => {
  const { gateway } = under({})
  expect(createClient({ ...gateway, scope: 'anna' }).scope).toBe('anna')
  expect(createClient(gateway).scope).not.toBe(createClient(gateway).scope)
})

test('behavior: a slow answer is told in the order it happens', async () => {
  const clock = createFakeClock()
  const { client } = under(scenarios.answeringSlowly({ planMs: 600, stepMs: 900, wordMs: 0 }), { clock })
  const seen: string[] = []
  const answer = client.ask({ question: 'margin?' }, { onEvent: ({ type }) => seen.push(type) })
  await vi.waitFor(() => expect(clock.sleeperCount()).toBe(1))
  expect(seen).toEqual(['answer-start'])
  await clock.advance(600)
  await vi.waitFor(() => expect(seen.slice(1)).toEqual(['plan-ready', 'step-start']))
  await clock.advance(3_000)
  await clock.advance(3_000)
  expect((await answer).status).toBe('answered')
})

test('behavior: a host that gives no token is told so', async () => {
  const gateway = scriptedGateway(scenarios.answering())
  const getAccessToken = () => Promise.reject(new Error('signed out'))
  const failure = await failureOf(createClient({ ...gateway, getAccessToken }).ask({ question: 'margin?' }))
  expect(failure).toMatchObject({ code: 'unauthenticated', cause: new Error('signed out') })
})

test('behavior: an address where no gateway is, is unreachable', async () => {
  const fetch = async () => new Response('<html>Not found</html>', { status: 404 })
  const client = createClient({ gatewayUrl: 'http://elsewhere.test/mcp', fetch })
  expect((await failureOf(client.ask({ question: 'margin?' }))).code).toBe('gateway-unreachable')
})

test('behavior: an answer whose connection breaks is an error and not a wait', async () => {
  const gateway = scriptedGateway(scenarios.neverAnswering())
  const hangUp = new AbortController()
  const client = createClient({
    ...gateway,
    fetch: (input, init) =>
      gateway.fetch(input, { ...init, signal: AbortSignal.any([init?.signal ?? hangUp.signal, hangUp.signal]) }),
  })
  const failure = failureOf(
    client.ask({ question: 'margin?' }, { onEvent: () => hangUp.abort(new TypeError('network error')) }),
  )
  expect((await failure).code).toBe('gateway-unreachable')
})
