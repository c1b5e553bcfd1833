import { CancelledError, GatewayUnreachableError, HandleError } from '@lakefront/client'
import type { ResultPage, Row } from '@lakefront/contract'
import {
  createTestClient,
  sampleResultPage,
  sampleRows,
  type TestClientOptions,
  type TestTools,
} from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { createResultRows } from './createResultRows.ts'

const rows = sampleRows(1_000)
const firstPage = sampleResultPage({ rows: rows.slice(0, 200), rowCount: null, complete: false })

async function* inBatches(size: number, ...waits: Promise<unknown>[]): AsyncGenerator<Row[]> {
  for (let start = 0; start < rows.length; start += size) {
    await waits[start / size]
    yield rows.slice(start, start + size)
  }
}

function under(options: TestClientOptions, parameters: { maxBytes?: number } = {}) {
  const client = createTestClient({}, options)
  const store = createResultRows({ client, result: firstPage, ...parameters })
  const heard = vi.fn()
  store.subscribe(heard)
  return { client, store, heard, read: store.getSnapshot }
}

test('default: the first page at once, then every row', async () => {
  const { store, read } = under({ readResult: () => inBatches(300) })
  expect(read()).toMatchObject({ status: 'streaming', rowCount: 200, totalRowCount: null })
  expect(read().getCell(199, 1)).toBe(rows[199]?.[1])

  store.start()
  await vi.waitFor(() => expect(read().status).toBe('complete'))
  expect(read()).toMatchObject({ rowCount: 1_000, totalRowCount: 1_000, truncated: false })
  const seen = rows.map((row, rowIndex) => row.map((_cell, columnIndex) => read().getCell(rowIndex, columnIndex)))
  expect(seen).toEqual(rows)
})

test('behavior: outside the rows that are here there is nothing', () => {
  const { read } = under({})
  expect(read().getCell(200, 0)).toBeNull()
  expect(read().getCell(-1, 0)).toBeNull()
  expect(read().getCell(0, 99)).toBeNull()
})

test('behavior: a result that is whole opens no stream', () => {
  const client = createTestClient()
  const store = createResultRows({ client, result: sampleResultPage() })
  store.start()
  expect(store.getSnapshot()).toMatchObject({ status: 'complete', rowCount: 42, totalRowCount: 42 })
  expect(client.streams).toEqual([])
})

test('behavior: starting twice opens one stream', () => {
  const { client, store } = under({ readResult: () => inBatches(300) })
  store.start()
  store.start()
  expect(client.streams).toHaveLength(1)
})

test('behavior: a page shows until the stream has overtaken it', async () => {
  const second = Promise.withResolvers<void>()
  const { store, read } = under({ readResult: () => inBatches(100, Promise.resolve(), second.promise) })
  store.start()
  await vi.waitFor(() => expect(read().version).toBeGreaterThan(0))
  expect(read().rowCount).toBe(200)
  expect([99, 100, 199].map((row) => read().getCell(row, 1))).toEqual([99, 100, 199].map((row) => rows[row]?.[1]))
  second.resolve()
  await vi.waitFor(() => expect(read().rowCount).toBe(1_000))
})

test('behavior: a hundred batches at once are told at once', async () => {
  const { store, heard, read } = under({ readResult: () => inBatches(10) })
  store.start()
  await vi.waitFor(() => expect(read().status).toBe('complete'))
  expect(heard.mock.calls.length).toBeLessThan(5)
})

test('behavior: a stream that was cut off by a limit says so', async () => {
  const { store, read } = under({
    readResult: () => inBatches(500),
    end: { truncated: true, cost: { bytesScanned: 4_096, costUsd: 0.5 } },
  })
  store.start()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'complete', truncated: true, cost: { costUsd: 0.5 } }))
})

test('behavior: fewer rows than the gateway counted are not taken for all', async () => {
  const { store, read } = under({ readResult: () => inBatches(500), end: { rowCount: 1_001 } })
  store.start()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'failed', error: { code: 'malformed-reply' } }))
  expect(read().rowCount).toBe(1_000)
})

test('behavior: an expired handle keeps the rows that had arrived', async () => {
  const { store, read } = under({
    readResult: async function* () {
      yield rows.slice(0, 300)
      throw new HandleError('expired-handle', { message: 'Gone.' })
    },
  })
  store.start()
  await vi.waitFor(() => expect(read().status).toBe('expired'))
  expect(read()).toMatchObject({ rowCount: 300, error: { code: 'expired-handle' } })
  expect(read().getCell(299, 1)).toBe(rows[299]?.[1])
})

test('behavior: stopping stops the source and keeps the rows that had arrived', async () => {
  const { client, store, read } = under({ readResult: () => inBatches(300, Promise.resolve(), new Promise(() => {})) })
  store.start()
  await vi.waitFor(() => expect(read().rowCount).toBe(300))
  read().stop()
  expect(client.streams[0]?.signal.aborted).toBe(true)
  expect(client.stopped).toEqual([firstPage.handle])
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'cut', rowCount: 300 }))
  read().stop()
  expect(client.stopped).toHaveLength(1)
})

test('behavior: stopping between the reply and the stream stops the source too', async () => {
  const { client, store, read } = under({ readResult: () => inBatches(300) })
  read().stop()
  store.start()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'cut', rowCount: 200 }))
  expect(client.stopped).toEqual([firstPage.handle])
  expect(client.streams).toEqual([])
})

test('behavior: stopping works while a lost connection is taken up', async () => {
  const { client, store, read } = under({
    readResult: async function* (_page, { setReconnecting, signal }) {
      yield rows.slice(0, 300)
      setReconnecting(true)
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new CancelledError())))
    },
  })
  store.start()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'streaming', reconnecting: true, rowCount: 300 }))
  read().stop()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'cut', reconnecting: false, rowCount: 300 }))
  expect(client.stopped).toEqual([firstPage.handle])
})

test('behavior: a connection that is back is said to be', async () => {
  const back = Promise.withResolvers<void>()
  const { store, read } = under({
    readResult: async function* (_page, { setReconnecting }) {
      yield rows.slice(0, 300)
      setReconnecting(true)
      await back.promise
      setReconnecting(false)
      yield rows.slice(300)
    },
  })
  store.start()
  await vi.waitFor(() => expect(read().reconnecting).toBe(true))
  back.resolve()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'complete', reconnecting: false, rowCount: 1_000 }))
})

test('behavior: whoever merely leaves stops nothing for those who come back', async () => {
  const { client, store, read } = under({ readResult: () => inBatches(300, Promise.resolve(), new Promise(() => {})) })
  store.start()
  await vi.waitFor(() => expect(read().rowCount).toBe(300))
  store.close()
  expect(client.streams[0]?.signal.aborted).toBe(true)
  expect(client.stopped).toEqual([])
})

test('behavior: a result that has arrived whole is not stopped', async () => {
  const { client, store, read } = under({ readResult: () => inBatches(300) })
  store.start()
  await vi.waitFor(() => expect(read().status).toBe('complete'))
  read().stop()
  expect(client.stopped).toEqual([])
  expect(read().status).toBe('complete')
})

test('behavior: given up, it reads on where it was, and nothing is run for it', async () => {
  let reading = 0
  const { client, store, read } = under({
    async *readResult() {
      reading += 1
      for (let start = 0; start < rows.length; start += 300) {
        if (reading === 1 && start === 600) throw new GatewayUnreachableError({ url: 'x', cause: undefined })
        yield rows.slice(start, start + 300)
      }
    },
  })
  store.start()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'cut', rowCount: 600 }))
  read().resume()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'complete', rowCount: 1_000, error: undefined }))
  expect(read().getCell(999, 1)).toBe(rows[999]?.[1])
  expect(client.streams.map(({ fromBatch }) => fromBatch)).toEqual([0, 2])
  expect(client.calls).toEqual([])
})

test('behavior: a kept result that could not be reached is taken up again', async () => {
  let isAway = true
  const { client, read } = reattaching(() => {
    if (isAway) throw new GatewayUnreachableError({ url: 'x', cause: undefined })
    return sampleResultPage()
  })
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'cut', error: { code: 'gateway-unreachable' } }))
  isAway = false
  read().resume()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'complete', rowCount: 42 }))
  expect(client.calls.map(({ name }) => name)).toEqual(['fetch_rows', 'fetch_rows'])
})

test('behavior: what was stopped on purpose is not read on', async () => {
  const { client, store, read } = under({ readResult: () => inBatches(300, Promise.resolve(), new Promise(() => {})) })
  store.start()
  await vi.waitFor(() => expect(read().rowCount).toBe(300))
  read().stop()
  read().resume()
  expect(client.streams).toHaveLength(1)
})

test('behavior: bytes and batches are there for whoever works on columns', async () => {
  const { store, read } = under({ readResult: () => inBatches(300) })
  expect(read()).toMatchObject({ bytesReceived: 0, batchCount: 0, held: 'all' })
  store.start()
  await vi.waitFor(() => expect(read()).toMatchObject({ batchCount: 4, held: 'all' }))
  const batches = Array.from({ length: 4 }, (_, index) => read().batchAt(index))
  expect(batches.map((batch) => batch?.rowCount)).toEqual([300, 300, 300, 100])
  const bytes = batches.reduce((sum, batch) => sum + batch!.messages.at(-1)!.byteLength, 0)
  expect(read().bytesReceived).toBe(bytes)
})

test('behavior: closed, it lets the rows go and can be started again', async () => {
  const { client, store, read } = under({ readResult: () => inBatches(500) })
  store.start()
  await vi.waitFor(() => expect(read().status).toBe('complete'))
  store.close()
  expect(read()).toMatchObject({ status: 'streaming', rowCount: 200 })
  store.start()
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'complete', rowCount: 1_000 }))
  expect(client.streams).toHaveLength(2)
})

// As it comes back from a storage: a handle and headings.
const kept = sampleResultPage({ rows: [], rowCount: null, complete: false, url: '' })

function reattaching(fetchRows: NonNullable<TestTools['fetch_rows']>, options: TestClientOptions = {}) {
  const client = createTestClient({ fetch_rows: fetchRows }, options)
  const store = createResultRows({ client, result: kept })
  store.start()
  return { client, store, read: store.getSnapshot }
}

test('behavior: a kept result is taken up by its handle: the first page, then the stream', async () => {
  const { client, read } = reattaching(() => firstPage, { readResult: () => inBatches(300) })
  expect(read()).toMatchObject({ status: 'streaming', rowCount: 0, columns: kept.columns })
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'complete', rowCount: 1_000 }))
  expect(read().getCell(999, 1)).toBe(rows[999]?.[1])
  expect(client.calls.map(({ name, input }) => [name, input])).toEqual([
    ['fetch_rows', { handle: kept.handle, limit: 200 }],
  ])
  expect(client.streams).toHaveLength(1)
})

test('behavior: a kept result that is whole in its page opens no stream', async () => {
  const { client, read } = reattaching(() => sampleResultPage({ truncated: true }))
  await vi.waitFor(() => expect(read().status).toBe('complete'))
  expect(read()).toMatchObject({ rowCount: 42, totalRowCount: 42, truncated: true })
  expect(client.streams).toEqual([])
})

test.each(['expired-handle', 'unknown-handle'] as const)('behavior: a kept result that is gone: %s', async (code) => {
  const { client, read } = reattaching(() => {
    throw new HandleError(code, { message: 'Gone.' })
  })
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'expired', rowCount: 0 }))
  expect(client.streams).toEqual([])
})

test('behavior: closed while it is taken up, it lets in no rows', async () => {
  const { promise, resolve } = Promise.withResolvers<ResultPage>()
  const { client, store, read } = reattaching(() => promise)
  store.close()
  resolve(sampleResultPage())
  await promise
  await Promise.resolve()
  expect(read()).toMatchObject({ status: 'streaming', rowCount: 0 })
  expect(client.streams).toEqual([])
})
