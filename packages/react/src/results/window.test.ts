import { GatewayUnreachableError, HandleError } from '@lakefront/client'
import type { Row } from '@lakefront/contract'
import {
  createTestClient,
  sampleColumns,
  sampleResultPage,
  sampleRows,
  type TestClientOptions,
} from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { createResultRows } from './createResultRows.ts'

const rows = sampleRows(1_000)
const page = sampleResultPage({ rows: rows.slice(0, 10), rowCount: null, complete: false })

/** Twenty batches of different sizes, to which no row index can be divided. */
function* unevenBatches(): Generator<Row[]> {
  for (let start = 0, size = 31; start < rows.length; start += size, size = 31 + ((start * 7) % 40)) {
    yield rows.slice(start, start + size)
  }
}

/** A page with room for about a quarter of the result. */
async function crowded(options: TestClientOptions = {}) {
  const client = createTestClient({}, { readResult: unevenBatches, ...options })
  const whole = createResultRows({ client, result: page })
  whole.start()
  await vi.waitFor(() => expect(whole.getSnapshot().status).toBe('complete'))
  const maxBytes = whole.getSnapshot().bytesReceived / 4
  whole.close()

  const store = createResultRows({ client, result: page, maxBytes })
  store.start()
  const read = store.getSnapshot
  await vi.waitFor(() => expect(read().status).toBe('complete'))
  const heldBytes = () =>
    Array.from(
      { length: read().batchCount },
      (_, index) => read().batchAt(index)?.messages.at(-1)?.byteLength ?? 0,
    ).reduce((sum, bytes) => sum + bytes)
  return { client, store, read, maxBytes, heldBytes }
}

const rowAt = (read: () => { getCell(row: number, column: number): unknown }, row: number) =>
  sampleColumns.map((_column, column) => read().getCell(row, column))

test('default: over the bound every row is counted, and those near the top are held', async () => {
  const { read, maxBytes, heldBytes } = await crowded()
  expect(read()).toMatchObject({ rowCount: 1_000, totalRowCount: 1_000, truncated: false, held: 'window' })
  expect(heldBytes()).toBeLessThanOrEqual(maxBytes)
  expect([read().isHeld(0), read().isHeld(150), read().isHeld(999)]).toEqual([true, true, false])
  expect(rowAt(read, 150)).toEqual(rows[150])
  expect(rowAt(read, 999)).toEqual([null, null, null, null])
})

test('behavior: what is looked at is read again, and nothing else', async () => {
  const { client, read, maxBytes, heldBytes } = await crowded()
  read().look(960, 1_000)
  await vi.waitFor(() => expect(read().isHeld(999)).toBe(true))
  for (let row = 960; row < 1_000; row++) expect(rowAt(read, row)).toEqual(rows[row])
  const { fromBatch, toBatch } = client.streams.at(-1)!
  expect(toBatch - fromBatch).toBeLessThanOrEqual(2)
  expect(heldBytes()).toBeLessThanOrEqual(maxBytes)
  // The page that came with the reply stays.
  expect(rowAt(read, 9)).toEqual(rows[9])
})

test('behavior: up and down through everything, each row is the right one, within the bound', async () => {
  const { read, maxBytes, heldBytes } = await crowded()
  const places = Array.from({ length: 40 }, (_, index) => (index < 20 ? index : 39 - index) * 50)
  for (const first of places) {
    read().look(first, first + 50)
    const inSight = Array.from({ length: 50 }, (_, row) => first + row)
    await vi.waitFor(() => expect(inSight.every(read().isHeld)).toBe(true), { interval: 2 })
    for (const row of inSight) expect(rowAt(read, row)).toEqual(rows[row])
    expect(heldBytes()).toBeLessThanOrEqual(maxBytes)
  }
})

test('behavior: whoever reads along at the end keeps the end', async () => {
  const turns = Array.from({ length: 21 }, () => Promise.withResolvers<void>())
  const client = createTestClient(
    {},
    {
      async *readResult() {
        let index = 0
        for (const batch of unevenBatches()) {
          await turns[index++]?.promise
          yield batch
        }
      },
    },
  )
  const store = createResultRows({ client, result: page, maxBytes: 20_000 })
  const read = store.getSnapshot
  store.start()
  for (const [index, { resolve }] of turns.entries()) {
    resolve()
    await vi.waitFor(() => expect(read().batchCount > index || read().status === 'complete').toBe(true), {
      interval: 2,
    })
    read().look(read().rowCount - 20, read().rowCount)
  }
  await vi.waitFor(() => expect(read().status).toBe('complete'))
  expect(read()).toMatchObject({ held: 'window', rowCount: 1_000 })
  expect([read().isHeld(500), read().isHeld(999)]).toEqual([false, true])
  expect(client.streams).toHaveLength(1)
})

test('behavior: a handle that has expired meanwhile says so, and what is held stays', async () => {
  let reading = 0
  const { read } = await crowded({
    *readResult() {
      if (++reading > 2) throw new HandleError('expired-handle', { message: 'Gone.' })
      yield* unevenBatches()
    },
  })
  read().look(900, 950)
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'expired', error: { code: 'expired-handle' } }))
  expect(read()).toMatchObject({ rowCount: 1_000, totalRowCount: 1_000 })
  expect(rowAt(read, 150)).toEqual(rows[150])
  read().look(800, 850)
  expect(reading).toBe(3)
})

test('behavior: a gateway that cannot be reached is said to be, and tried when people look again', async () => {
  let reading = 0
  const { read } = await crowded({
    *readResult() {
      if (++reading === 3) throw new GatewayUnreachableError({ url: 'http://gateway.test', cause: undefined })
      yield* unevenBatches()
    },
  })
  read().look(900, 950)
  await vi.waitFor(() => expect(read()).toMatchObject({ status: 'complete', error: { code: 'gateway-unreachable' } }))
  read().look(900, 951)
  await vi.waitFor(() => expect(read().error).toBeUndefined())
  expect(rowAt(read, 949)).toEqual(rows[949])
})

test('behavior: a gateway that leaves the asked for batches out is not asked for ever', async () => {
  let reading = 0
  const { read } = await crowded({
    *readResult() {
      if (++reading < 3) yield* unevenBatches()
    },
  })
  read().look(900, 950)
  await vi.waitFor(() => expect(read().error).toMatchObject({ code: 'malformed-reply' }))
  expect(reading).toBe(3)
})

test('behavior: the newest look decides', async () => {
  const held = Promise.withResolvers<void>()
  let reading = 0
  const { client, read } = await crowded({
    async *readResult() {
      if (++reading === 3) await held.promise
      yield* unevenBatches()
    },
  })
  const before = client.streams.length
  read().look(900, 950)
  read().look(500, 550)
  read().look(600, 650)
  held.resolve()
  await vi.waitFor(() => expect(read().isHeld(600) && read().isHeld(649)).toBe(true))
  expect(client.streams.length - before).toBe(2)
  expect(read().isHeld(525)).toBe(false)
})
