import type { Column, ResultPage, Row } from '@lakefront/contract'
import {
  createFakeClock,
  type ScriptedResult,
  sampleAnswer,
  sampleColumns,
  sampleResultPage,
  sampleRows,
  scriptedGateway,
} from '@lakefront/testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClient } from '../createClient.ts'
import { decodeBatch } from '../decode.ts'
import { LakefrontError } from '../errors.ts'
import type { DecodedBatch, ResultStream } from '../types.ts'

afterEach(() => void vi.useRealTimers())

async function live(
  result: Partial<ScriptedResult>,
  options: Parameters<typeof scriptedGateway>[1] = {},
  through: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch = (fetch) => fetch,
) {
  const gateway = scriptedGateway(
    {
      fetch_rows: ({ handle }) => ({ ...sampleResultPage(), handle, url: `/results/${handle}?signature=scripted` }),
      ask: (_input, stage) =>
        sampleAnswer({ result: stage.openResult({ columns: sampleColumns, rows: sampleRows(), ...result }) }),
    },
    options,
  )
  const client = createClient({ ...gateway, fetch: through(gateway.fetch) })
  const { result: page } = await client.ask({ question: 'margin?' })
  return { gateway, client, page: page as ResultPage }
}

/** Breaks the first connections after their schema and two batches. */
function cutting(times: number) {
  return (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
    async (input, init) => {
      const response = await fetch(input, init)
      const isStream = new URL(String(input)).pathname.startsWith('/results/')
      if (!isStream || times-- <= 0) return response
      const reader = response.body!.getReader()
      let chunkCount = 0
      const body = new ReadableStream({
        async pull(controller) {
          if (chunkCount++ === 3) controller.error(new TypeError('The connection was cut.'))
          else controller.enqueue((await reader.read()).value)
        },
      })
      return new Response(body, response)
    }
}

async function rowsOf(stream: ResultStream): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of stream) {
    for (let row = 0; row < batch.rowCount; row++) {
      rows.push(batch.columns.map((_column, column) => batch.getCell(row, column)))
    }
  }
  return rows
}

async function failureOf(promise: Promise<unknown>) {
  const error = await promise.catch((error: unknown) => error)
  if (!LakefrontError.isInstance(error)) throw new Error(`Not one of ours: ${error}`)
  return error
}

test('default: every row, as the page writes it', async () => {
  const { client, page } = await live({ rows: sampleRows(5_000), batchSize: 2_048 })
  const stream = client.openResult(page)
  expect(stream.end()).toBeUndefined()
  expect(await rowsOf(stream)).toEqual(sampleRows(5_000))
  expect(stream.end()).toEqual({ rowCount: 5_000, truncated: false })
})

test('behavior: the messages of a batch decode to the same again, as in a worker', async () => {
  const { client, page } = await live({ rows: sampleRows(300), batchSize: 100 })
  for await (const batch of client.openResult(page)) {
    const again = decodeBatch(structuredClone(batch.messages), batch.columns, batch.index)
    const cells = ({ getCell, rowCount }: DecodedBatch) =>
      Array.from({ length: rowCount }, (_, row) => batch.columns.map((_column, column) => getCell(row, column)))
    expect(cells(again)).toEqual(cells(batch))
  }
})

test('behavior: no digit is lost, and what is missing stays missing', async () => {
  const columns: Column[] = [
    { name: 'key', type: 'integer' },
    { name: 'amount', type: 'decimal', scale: 10 },
    { name: 'day', type: 'date' },
    { name: 'at', type: 'timestamp' },
    { name: 'ratio', type: 'float' },
    { name: 'open', type: 'boolean' },
    { name: 'name', type: 'text' },
  ]
  const rows: Row[] = [
    [
      '9223372036854775807',
      '1234567890123456789012345678.0123456789',
      '1969-12-31',
      '2026-11-20T10:41:07.125Z',
      0.1,
      true,
      '<script>’Zoë',
    ],
    ['-9223372036854775808', '-0.0000000001', '2026-02-28', '1969-12-31T23:59:59.999Z', -1.5, false, ''],
    [null, null, null, null, null, null, null],
  ]
  const { client, page } = await live({ columns, rows })
  expect(await rowsOf(client.openResult(page))).toEqual(rows)
})

test('behavior: an empty result ends at once', async () => {
  const { client, page } = await live({ rows: [] })
  expect(await rowsOf(client.openResult(page))).toEqual([])
})

test('behavior: a stream that is cut goes on after the last whole batch', async () => {
  const { client, gateway, page } = await live({ rows: sampleRows(1_000), batchSize: 100, cutAfterBatch: 3 })
  expect(await rowsOf(client.openResult(page))).toEqual(sampleRows(1_000))
  expect(gateway.resultRequests.map((url) => url.searchParams.get('fromBatch'))).toEqual(['0', '3'])
})

test('behavior: a stream is taken up as often as it is cut, and that is told', async () => {
  const told = vi.fn()
  const { client, gateway, page } = await live({ rows: sampleRows(1_000), batchSize: 100 }, {}, cutting(3))
  expect(await rowsOf(client.openResult(page, { onReconnecting: told }))).toEqual(sampleRows(1_000))
  expect(gateway.resultRequests.map((url) => url.searchParams.get('fromBatch'))).toEqual(['0', '2', '4', '6'])
  expect(told.mock.calls.flat()).toEqual([true, false, true, false, true, false])
})

test('behavior: a gateway that stays away is tried ever more seldom, until the result has certainly ended', async () => {
  vi.useFakeTimers()
  const { client, gateway, page } = await live({
    rows: sampleRows(1_000),
    batchSize: 100,
    cutAfterBatch: 3,
    cutAlways: true,
  })
  const seen: number[] = []
  const failure = failureOf(
    (async () => {
      for await (const batch of client.openResult(page)) seen.push(batch.index)
    })(),
  )
  await vi.advanceTimersByTimeAsync(60_000)
  expect(gateway.resultRequests.length).toBeGreaterThan(8)
  expect(gateway.resultRequests.length).toBeLessThan(16)
  await vi.advanceTimersByTimeAsync(15 * 60_000)
  expect(await failure).toMatchObject({ code: 'gateway-unreachable', retryable: true })
  expect(seen).toEqual([0, 1, 2])
})

test('behavior: a gateway that never answers is given up soon', async () => {
  const fetched = vi.fn(async () => {
    throw new TypeError('Failed to fetch')
  })
  const { gateway, page } = await live({})
  const client = createClient({ ...gateway, fetch: fetched })
  expect(await failureOf(rowsOf(client.openResult(page)))).toMatchObject({ code: 'gateway-unreachable' })
  expect(fetched).toHaveBeenCalledTimes(3)
})

test('behavior: a part is read without the rest', async () => {
  const { client, gateway, page } = await live({ rows: sampleRows(1_000), batchSize: 100 })
  expect(await rowsOf(client.openResult(page, { fromBatch: 4, toBatch: 6 }))).toEqual(sampleRows(1_000).slice(400, 600))
  expect(gateway.resultRequests.map(({ search }) => search)).toEqual([expect.stringContaining('fromBatch=4&toBatch=6')])
})

test('behavior: a gateway that does not know parts is hung up on after the part', async () => {
  const { page, gateway } = await live({ rows: sampleRows(1_000), batchSize: 100 })
  const fetch: typeof globalThis.fetch = (input, init) => gateway.fetch(String(input).replace(/&toBatch=\d+/, ''), init)
  const client = createClient({ ...gateway, fetch })
  expect(await rowsOf(client.openResult(page, { fromBatch: 4, toBatch: 6 }))).toEqual(sampleRows(1_000).slice(400, 600))
})

describe('stopResult', () => {
  test('default: the gateway stops the source and forgets the rows', async () => {
    const { client, gateway, page } = await live({ rows: sampleRows(1_000), batchSize: 100 })
    await client.stopResult(page)
    expect(gateway.stoppedResults).toEqual([page.handle])
    expect(await failureOf(rowsOf(client.openResult(page)))).toMatchObject({ code: 'expired-handle' })
  })

  test('behavior: what is gone already needs no stopping', async () => {
    const { client, page } = await live({})
    await client.stopResult({ ...page, url: '/results/never-known' })
  })

  test('behavior: somebody else’s result is not stopped', async () => {
    const { client, gateway, page } = await live({ refuses: 'foreign-handle' })
    expect(await failureOf(client.stopResult(page))).toMatchObject({ code: 'foreign-handle' })
    expect(gateway.stoppedResults).toEqual([])
  })

  test('behavior: it works after a client was closed, and outlives the page', async () => {
    const requests: (RequestInit | undefined)[] = []
    const { gateway, page } = await live({})
    const fetch: typeof globalThis.fetch = (input, init) => {
      requests.push(init)
      return gateway.fetch(input, init)
    }
    const client = createClient({ ...gateway, fetch })
    await client.close()
    await client.stopResult(page)
    expect(requests.map((init) => [init?.method, init?.keepalive])).toEqual([['DELETE', true]])
  })

  test('behavior: a kept result without a link is given one first', async () => {
    const { client, gateway, page } = await live({})
    await client.stopResult({ ...page, url: '' })
    expect(gateway.calls.at(-1)?.tool).toBe('fetch_rows')
    expect(gateway.stoppedResults).toEqual([page.handle])
  })

  test('behavior: whoever waits to connect again stops at once', async () => {
    vi.useFakeTimers()
    const { client, page } = await live({ rows: sampleRows(1_000), batchSize: 100, cutAfterBatch: 3, cutAlways: true })
    const controller = new AbortController()
    const failure = failureOf(rowsOf(client.openResult(page, { signal: controller.signal })))
    await vi.advanceTimersByTimeAsync(5_000)
    controller.abort()
    expect((await failure).code).toBe('cancelled')
    expect(vi.getTimerCount()).toBe(0)
  })
})

test.each(['expired-handle', 'unknown-handle', 'foreign-handle'] as const)(
  'behavior: %s has its code',
  async (refuses) => {
    const { client, page } = await live({ refuses })
    expect(await failureOf(rowsOf(client.openResult(page)))).toMatchObject({ code: refuses, name: 'HandleError' })
  },
)

test('behavior: a link that has run out is renewed while the result lives', async () => {
  const { gateway, page } = await live({})
  const client = createClient({
    ...gateway,
    fetch: async (input, init) =>
      String(input).includes('signature=old') ? new Response(null, { status: 410 }) : gateway.fetch(input, init),
  })
  const old = { ...page, url: page.url.replace('signature=scripted', 'signature=old') }
  expect(await rowsOf(client.openResult(old))).toEqual(sampleRows())
  expect(gateway.calls.at(-1)).toMatchObject({ tool: 'fetch_rows', input: { handle: page.handle, limit: 0 } })
})

test('behavior: a source that failed on the way is not an end', async () => {
  const error = { code: 'source-timeout', message: 'The lakehouse took too long.', retryable: true }
  const { client, page } = await live({ error })
  expect(await failureOf(rowsOf(client.openResult(page)))).toMatchObject(error)
})

test('behavior: leaving the loop early stops the source', async () => {
  const clock = createFakeClock()
  const { client, page } = await live({ rows: sampleRows(1_000), batchSize: 100, batchDelayMs: 10 }, { clock })
  const reading = (async () => {
    for await (const _batch of client.openResult(page)) break
  })()
  await vi.waitFor(() => expect(clock.sleeperCount()).toBe(1))
  await clock.advance(10)
  await reading
  await vi.waitFor(() => expect(clock.sleeperCount()).toBe(0))
})

test('behavior: cancelling ends the reading', async () => {
  const clock = createFakeClock()
  const { client, page } = await live({ batchDelayMs: 10 }, { clock })
  const controller = new AbortController()
  const failure = failureOf(rowsOf(client.openResult(page, { signal: controller.signal })))
  await vi.waitFor(() => expect(clock.sleeperCount()).toBe(1))
  controller.abort()
  expect((await failure).code).toBe('cancelled')
})

test('behavior: the token never leaves for another origin', async () => {
  const { client, gateway, page } = await live({})
  const stream = client.openResult({ ...page, url: 'https://elsewhere.test/results/result-1' })
  expect(await failureOf(rowsOf(stream))).toMatchObject({ code: 'malformed-reply' })
  expect(gateway.resultRequests).toEqual([])
})

test('behavior: bytes that are no Arrow are said to be that', async () => {
  const { gateway, page } = await live({})
  const client = createClient({ ...gateway, fetch: async () => new Response('<html>a proxy was here</html>') })
  expect(await failureOf(rowsOf(client.openResult(page)))).toMatchObject({ code: 'malformed-reply' })
})

test('parameters: fromBatch', async () => {
  const { client, page } = await live({ rows: sampleRows(300), batchSize: 100 })
  expect(await rowsOf(client.openResult(page, { fromBatch: 2 }))).toEqual(sampleRows(300).slice(200))
})
