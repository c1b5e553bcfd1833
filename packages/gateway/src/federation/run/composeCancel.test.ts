import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, expect, test, vi } from 'vitest'
import { encodeRows } from '../../arrow/fromRows.ts'
import { arrowTypeOf } from '../../arrow/types.ts'
import { inParallel, scattered } from '../../testing/inParallel.ts'
import { composeRows } from './compose.ts'
import type { StepRows } from './composeTables.ts'

afterEach(() => vi.restoreAllMocks())

const columns = [{ name: 'id', type: 'integer' as const }]
const rows = Array.from({ length: 2_000 }, (_, index) => [index])
const numbers: StepRows = { id: 'numbers', columns, batches: [encodeRows(columns, rows, columns.map(arrowTypeOf))] }

const statements = [
  'select count(*) as n from numbers a, numbers b, numbers c, numbers d where hash(a.id + b.id + c.id + d.id) % 7 = 3',
  'select a.id, b.id as other from numbers a, numbers b, numbers c',
]

async function readAll(sql: string, signal: AbortSignal): Promise<number> {
  const { batches } = await composeRows(sql, [numbers], signal)
  let rowCount = 0
  for await (const batch of batches) rowCount += batch.rowCount
  return rowCount
}

test('default: joins, and closes its database', async () => {
  const closed = vi.spyOn(DuckDBInstance.prototype, 'closeSync')
  expect(await readAll('select a.id from numbers a join numbers b using (id)', new AbortController().signal)).toBe(
    2_000,
  )
  expect(closed).toHaveBeenCalledTimes(1)
})

test('behavior: joins cancelled at any moment close their databases', { timeout: 60_000 }, async () => {
  const opened = vi.spyOn(DuckDBInstance, 'create')
  const closed = vi.spyOn(DuckDBInstance.prototype, 'closeSync')
  await inParallel({ count: 100, atOnce: 4 }, async (index) => {
    const controller = new AbortController()
    const reading = readAll(statements[index % statements.length]!, controller.signal)
    setTimeout(() => controller.abort(), scattered(index, 50))
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  })
  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(opened.mock.calls.length))
  expect(opened).toHaveBeenCalledTimes(100)
})

test('behavior: a join that nobody reads is closed when it is cancelled', async () => {
  const closed = vi.spyOn(DuckDBInstance.prototype, 'closeSync')
  const controller = new AbortController()
  await composeRows(statements[1]!, [numbers], controller.signal)
  controller.abort()
  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1))
})
