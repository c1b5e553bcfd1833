import type { Column, ResultPage } from '@lakefront/contract'
import { expect, test, vi } from 'vitest'
import { splitMessages } from '../arrow/frames.ts'
import { encodeRows } from '../arrow/fromRows.ts'
import type { RowBatch } from '../arrow/port.ts'
import { GatewayError } from '../errors.ts'
import { createResultStore } from './createResultStore.ts'
import type { Caller, ResultStoreOptions } from './port.ts'

const columns: Column[] = [
  { name: 'id', type: 'integer' },
  { name: 'name', type: 'text', title: 'Name' },
]
const anna: Caller = { tenantId: 'erie', userId: 'anna', roles: [] }
const boris: Caller = { tenantId: 'erie', userId: 'boris', roles: [] }

function batchOf(index: number): RowBatch {
  return encodeRows(
    columns,
    Array.from({ length: 100 }, (_, row) => [index * 100 + row, `name ${row}`]),
  )
}

const batchBytes = batchOf(999).bytes.length

/** A source of numbered batches that counts what is read of it. */
function streamOf(batchCount: number, { error, isCut = false }: { error?: GatewayError; isCut?: boolean } = {}) {
  const seen = { read: 0, returned: false }
  async function* batches() {
    try {
      for (let index = 0; index < batchCount; index++) {
        seen.read++
        yield batchOf(index)
      }
      if (error) throw error
    } finally {
      seen.returned = true
    }
  }
  return { seen, stream: { columns, batches: batches(), truncated: () => isCut } }
}

async function openWith(
  batchCount: number,
  options: ResultStoreOptions & { pageSize?: number; error?: GatewayError; isCut?: boolean } = {},
) {
  const { pageSize = 150, error, isCut, ...storeOptions } = options
  const store = createResultStore(storeOptions)
  const abort = new AbortController()
  const source = streamOf(batchCount, { ...(error && { error }), ...(isCut !== undefined && { isCut }) })
  const page = await store.open(source.stream, { caller: anna, pageSize, abort })
  const request = (query = '') => new Request(`http://gateway${page.url}${query}`)
  const stream = (caller: Caller = anna, query = '') => store.stream(request(query), caller)
  const stop = (caller: Caller = anna) => store.stop(request(), caller)
  return { store, abort, page, stream, stop, seen: source.seen }
}

async function readAll(response: Response) {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  return { messages: splitMessages(bytes), end: JSON.parse(text.slice(text.lastIndexOf('{"rowCount"'))) }
}

test('default: the first page as soon as it is there', async () => {
  const { page, seen } = await openWith(10)
  expect(page).toMatchObject({ columns, offset: 0, rowCount: null, complete: false, truncated: false })
  expect(page.rows).toHaveLength(150)
  expect(page.rows[149]).toEqual(['149', 'name 49'])
  expect(page.url).toMatch(/^\/results\/[\w-]{32}\?expires=\d+&signature=[\w-]+$/)
  expect(seen.read).toBeLessThanOrEqual(4)
})

test('default: a small result is complete at once', async () => {
  const { page, seen } = await openWith(1)
  expect(page).toMatchObject({ rowCount: 100, complete: true })
  expect(seen.returned).toBe(true)
})

test('behavior: a result that ends with the page is known to be complete', async () => {
  const { page } = await openWith(1, { pageSize: 100 })
  expect(page).toMatchObject({ rowCount: 100, complete: true })
})

test('default: pages by offset', async () => {
  const { store, page } = await openWith(3)
  const second = await store.page(page.handle, { caller: anna, offset: 150, limit: 1_000 })
  expect(second).toMatchObject({ offset: 150, rowCount: 300, complete: false })
  expect(second.rows[0]).toEqual(['150', 'name 50'])
  expect(second.rows).toHaveLength(150)
  expect((await store.page(page.handle, { caller: anna, offset: 999, limit: 10 })).rows).toEqual([])
})

test('default: the Arrow stream, with how it ended', async () => {
  const { stream } = await openWith(5)
  const { messages, end } = await readAll(await stream())
  expect(messages).toHaveLength(6)
  expect(messages[1]).toEqual(batchOf(0).bytes)
  expect(end).toEqual({ rowCount: 500, truncated: false })
})

test('behavior: an empty result still has a schema', async () => {
  const { page, stream } = await openWith(0)
  expect(page).toMatchObject({ rows: [], rowCount: 0, complete: true, columns })
  expect((await readAll(await stream())).messages).toHaveLength(1)
})

test('parameters: fromBatch resumes, schema first', async () => {
  const { stream } = await openWith(5)
  const { messages } = await readAll(await stream(anna, '&fromBatch=3'))
  expect(messages.slice(1)).toEqual([batchOf(3).bytes, batchOf(4).bytes])
})

test('parameters: toBatch ends before it, and the rest can be read later', async () => {
  const { stream } = await openWith(20)
  const { messages } = await readAll(await stream(anna, '&fromBatch=3&toBatch=5'))
  expect(messages.slice(1)).toEqual([batchOf(3).bytes, batchOf(4).bytes])
  expect((await readAll(await stream(anna, '&fromBatch=5'))).messages).toHaveLength(1 + 15)
})

test('behavior: two readers and a page share one reading of the source', async () => {
  const { store, stream, seen, page } = await openWith(20)
  const [first, second] = await Promise.all([readAll(await stream()), readAll(await stream())])
  await store.page(page.handle, { caller: anna, offset: 0, limit: 2_000 })
  expect(first.messages).toHaveLength(21)
  expect(second.messages).toHaveLength(21)
  expect(seen.read).toBe(20)
})

test('behavior: the source is not read far ahead of a slow reader', async () => {
  const { stream, seen } = await openWith(1_000, { pageSize: 10 })
  const reader = (await stream()).body!.getReader()
  for (let count = 0; count < 10; count++) await reader.read()
  expect(seen.read).toBeLessThan(16)
  await reader.cancel()
})

test('behavior: when the last reader leaves, the source is stopped', async () => {
  const { stream, seen, abort } = await openWith(1_000, { pageSize: 10, graceMs: 1 })
  const reader = (await stream()).body!.getReader()
  await reader.read()
  await reader.cancel()
  await expect.poll(() => abort.signal.aborted && seen.returned).toBe(true)
})

test('behavior: a reader that comes back in time reads on', async () => {
  const { stream, abort } = await openWith(50, { pageSize: 10, graceMs: 60_000 })
  const reader = (await stream()).body!.getReader()
  await reader.read()
  await reader.cancel()
  const { end } = await readAll(await stream(anna, '&fromBatch=1'))
  expect(end.rowCount).toBe(5_000)
  expect(abort.signal.aborted).toBe(false)
})

test('behavior: a whole result that is stopped under its reader is not taken for the end', async () => {
  const { page, stream, stop } = await openWith(3, { pageSize: 400 })
  expect(page.complete).toBe(true)
  const response = await stream()
  stop()
  const { messages, end } = await readAll(response)
  expect(messages.length).toBeLessThan(4)
  expect(end).toMatchObject({ error: { code: 'expired-handle' } })
})

test('behavior: a result that is stopped under its reader stays stopped', async () => {
  const { store, page, stream, stop } = await openWith(1_000, { pageSize: 10 })
  const reader = (await stream()).body!.getReader()
  await reader.read()
  stop()
  for (let next = await reader.read(); !next.done; next = await reader.read());
  await expect(stream()).rejects.toMatchObject({ code: 'expired-handle' })
  await expect(store.page(page.handle, { caller: anna, offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'expired-handle',
  })
})

test('behavior: a source that fails half way is told at the end of the stream, and of a page beyond', async () => {
  const error = new GatewayError({ code: 'source-unavailable', message: 'The lakehouse is currently unavailable.' })
  const { store, stream, page } = await openWith(3, { error, pageSize: 10 })
  const { messages, end } = await readAll(await stream())
  expect(messages).toHaveLength(4)
  expect(end).toMatchObject({ rowCount: 300, error: { code: 'source-unavailable', retryable: true } })
  await expect(store.page(page.handle, { caller: anna, offset: 0, limit: 1_000 })).rejects.toBe(error)
  expect((await store.page(page.handle, { caller: anna, offset: 0, limit: 100 })).rows).toHaveLength(100)
})

test('behavior: a source that fails before the first page fails the opening', async () => {
  const error = new GatewayError({ code: 'statement-failed', message: 'no such column' })
  await expect(openWith(0, { error })).rejects.toBe(error)
})

test('parameters: maxBytesPerResult bounds what is held of a result, and every row still arrives', async () => {
  const { store, page, stream } = await openWith(1_000, { pageSize: 10, maxBytesPerResult: batchBytes * 5 })
  const { messages, end } = await readAll(await stream())
  expect(messages).toHaveLength(1_001)
  expect(end).toEqual({ rowCount: 100_000, truncated: false })
  expect(store.heldBytes()).toBeLessThanOrEqual(batchBytes * 5)
  // What was let go is said to be gone; the last rows are still here.
  await expect(stream(anna, '&fromBatch=0')).rejects.toMatchObject({ code: 'expired-handle' })
  await expect(store.page(page.handle, { caller: anna, offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'expired-handle',
  })
  expect((await readAll(await stream(anna, '&fromBatch=998'))).messages).toHaveLength(3)
  expect((await store.page(page.handle, { caller: anna, offset: 99_950, limit: 100 })).rows).toHaveLength(50)
  // A new link asks for no rows, so it needs none of those.
  const renewed = await store.page(page.handle, { caller: anna, offset: 0, limit: 0 })
  expect(renewed).toMatchObject({ rows: [], complete: false, url: expect.stringContaining('signature=') })
})

test('behavior: a slow reader bounds what is read, and its rows are never let go', async () => {
  const { store, stream, seen } = await openWith(1_000, { pageSize: 10, maxBytesPerResult: batchBytes * 5 })
  const slow = (await stream()).body!.getReader()
  await slow.read()
  const fast = readAll(await stream())
  await expect.poll(() => seen.read).toBe(5)
  expect(store.heldBytes()).toBeLessThanOrEqual(batchBytes * 5)
  let batches = 0
  for (let next = await slow.read(); !next.done; next = await slow.read()) batches++
  // End-of-stream and how it ended come after the batches.
  expect(batches).toBe(1_000 + 2)
  expect((await fast).messages).toHaveLength(1_001)
})

test('behavior: pages far apart are read within the bound', async () => {
  const { store, page } = await openWith(1_000, { pageSize: 10, maxBytesPerResult: batchBytes * 5 })
  const far = await store.page(page.handle, { caller: anna, offset: 90_000, limit: 250 })
  expect(far.rows[0]).toEqual(['90000', 'name 0'])
  expect(far.rows).toHaveLength(250)
  expect(store.heldBytes()).toBeLessThanOrEqual(batchBytes * 5)
})

test('behavior: what the source cut is told', async () => {
  const { page } = await openWith(1, { isCut: true })
  expect(page.truncated).toBe(true)
})

test('parameters: maxBytes lets the result longest unread expire', async () => {
  let now = 0
  const store = createResultStore({ maxBytes: batchBytes * 2 + 10, now: () => now })
  const open = () => store.open(streamOf(1).stream, { caller: anna, pageSize: 200, abort: new AbortController() })
  const read = ({ handle }: ResultPage) => store.page(handle, { caller: anna, offset: 0, limit: 1 })
  const first = await open()
  const second = await open()
  now += 120_000
  await read(first)
  const third = await open()
  await expect(read(second)).rejects.toMatchObject({ code: 'expired-handle' })
  expect([(await read(first)).rowCount, (await read(third)).rowCount]).toEqual([100, 100])
})

test('behavior: many readers at once share maxBytes, and every row arrives', async () => {
  const store = createResultStore({ maxBytes: batchBytes * 10 })
  const highest = { bytes: 0 }
  const readings = Array.from({ length: 20 }, async () => {
    const { stream } = streamOf(50)
    const page = await store.open(stream, { caller: anna, pageSize: 10, abort: new AbortController() })
    const reader = (await store.stream(new Request(`http://gateway${page.url}`), anna)).body!.getReader()
    let pieces = 0
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces++
      highest.bytes = Math.max(highest.bytes, store.heldBytes())
    }
    return pieces
  })
  expect(await Promise.all(readings)).toEqual(Array(20).fill(1 + 50 + 2))
  // The batch that a reader waits for is always read.
  expect(highest.bytes).toBeLessThanOrEqual(batchBytes * (10 + 20))
})

test('behavior: readers that stand still hold nobody else up', async () => {
  const store = createResultStore({ maxBytes: batchBytes * 4 })
  const open = async () => {
    const page = await store.open(streamOf(100).stream, { caller: anna, pageSize: 10, abort: new AbortController() })
    return store.stream(new Request(`http://gateway${page.url}`), anna)
  }
  const still = await Promise.all(Array.from({ length: 5 }, open))
  await Promise.all(still.map(({ body }) => body!.getReader().read()))
  expect((await readAll(await open())).end).toEqual({ rowCount: 10_000, truncated: false })
})

test('behavior: a result that was just opened is left alone, so that its reader finds it', async () => {
  const store = createResultStore({ maxBytes: 1 })
  const open = () => store.open(streamOf(10).stream, { caller: anna, pageSize: 10, abort: new AbortController() })
  const pages = await Promise.all([open(), open(), open()])
  for (const { url } of pages) {
    const { end } = await readAll(await store.stream(new Request(`http://gateway${url}`), anna))
    expect(end).toEqual({ rowCount: 1_000, truncated: false })
  }
})

test('behavior: a handle is bound to its caller', async () => {
  const { store, stream, stop, page } = await openWith(1)
  await expect(stream(boris)).rejects.toMatchObject({ code: 'foreign-handle' })
  await expect(stream({ ...anna, tenantId: 'other' })).rejects.toMatchObject({ code: 'foreign-handle' })
  await expect(store.page(page.handle, { caller: boris, offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'foreign-handle',
  })
  expect(() => stop(boris)).toThrow('somebody else')
})

test('behavior: an unknown handle, a forged link, and an expired one are told apart', async () => {
  let now = Date.parse('2026-11-20T10:00:00Z')
  const { store, page } = await openWith(1, { now: () => now, timeToLiveMs: 60_000 })
  const get = (path: string) => store.stream(new Request(`http://gateway${path}`), anna)
  await expect(get('/results/unknown?expires=1&signature=x')).rejects.toMatchObject({ code: 'unknown-handle' })
  await expect(get(page.url.replace(/signature=.*/, 'signature=forged'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(get(page.url.replace(/expires=\d+/, 'expires=99999999999999'))).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(page.expiresAt).toBe('2026-11-20T10:01:00.000Z')
  now += 60_000
  await expect(get(page.url)).rejects.toMatchObject({ code: 'expired-handle' })
  await expect(store.page(page.handle, { caller: anna, offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'expired-handle',
  })
})

test('behavior: a link that has run out, but not a forged one, still stops its result', async () => {
  let now = 0
  const { store, page, abort, stop } = await openWith(1_000, { now: () => now, pageSize: 10, unreadMs: 60_000 })
  now += 50_000
  await store.page(page.handle, { caller: anna, offset: 0, limit: 1 })
  now += 50_000
  const forged = new Request(`http://gateway${page.url.replace(/signature=.*/, 'signature=forged')}`)
  expect(() => store.stop(forged, anna)).toThrow('not valid')
  expect(abort.signal.aborted).toBe(false)
  stop()
  expect(abort.signal.aborted).toBe(true)
})

test('behavior: reading keeps a result alive', async () => {
  let now = 0
  const { store, page } = await openWith(1, { now: () => now, timeToLiveMs: 60_000 })
  for (let round = 0; round < 3; round++) {
    now += 50_000
    await store.page(page.handle, { caller: anna, offset: 0, limit: 1 })
  }
})

test('behavior: an unfinished result that nobody reads lets its source go', async () => {
  vi.useFakeTimers()
  try {
    const { abort } = await openWith(1_000, { pageSize: 10, unreadMs: 1_000 })
    await vi.advanceTimersByTimeAsync(1_001)
    expect(abort.signal.aborted).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test('behavior: stop and close stop the sources', async () => {
  const { store, page, abort, stop } = await openWith(1_000, { pageSize: 10 })
  stop()
  expect(abort.signal.aborted).toBe(true)
  // What is gone already needs no stopping, and whoever asks again has got what they want.
  expect(stop).not.toThrow()
  await expect(store.page(page.handle, { caller: anna, offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'expired-handle',
  })

  const second = await openWith(1_000, { pageSize: 10 })
  await second.store.close()
  expect(second.abort.signal.aborted).toBe(true)
})

test('behavior: how the source would draw its rows goes with every page', async () => {
  const chart = { format: 'vega-lite' as const, spec: { mark: 'bar' } }
  const store = createResultStore()
  const stream = { ...streamOf(2).stream, chart }
  const first = await store.open(stream, { caller: anna, pageSize: 10, abort: new AbortController() })
  const second = await store.page(first.handle, { caller: anna, offset: 10, limit: 10 })
  expect([first.chart, second.chart]).toEqual([chart, chart])
})
