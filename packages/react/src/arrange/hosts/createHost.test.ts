import { sampleColumns, sampleRows } from '@lakefront/testing'
import { afterEach, expect, test, vi } from 'vitest'
import type { ResultRows } from '../../results/types.ts'
import type { ArrangeJob, ArrangeReply } from '../engine/jobs.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const cells = sampleRows(20_000)
const margin = sampleColumns.findIndex(({ type }) => type === 'decimal')
const job: ArrangeJob = {
  type: 'arrange',
  sort: [{ columnIndex: margin, direction: 'ascending' }],
  filters: [],
  groupBy: null,
  aggregates: [],
  rowCount: cells.length,
}
const inOrder = cells.map((row) => Number(row[margin])).sort((a, b) => a - b)

function rowsOf(): ResultRows {
  const batch = { index: 0, columns: sampleColumns, rowCount: cells.length, messages: [new Uint8Array(8)] }
  const getCell = (row: number, column: number) => cells[row]?.[column] ?? null
  const rows = { columns: sampleColumns, rowCount: cells.length, batchCount: 1, batchAt: () => ({ ...batch, getCell }) }
  return { ...rows, getCell } as unknown as ResultRows
}

/** Asks a host that is made where workers are as they are now. */
async function ask() {
  const { createHost } = await import('./createHost.ts')
  const rows = rowsOf()
  const host = createHost(rows, { locale: 'en' })
  const replied = new Promise<ArrangeReply>((reply, fail) => {
    host.ask(job, rows, { reply: (each) => reply(each as ArrangeReply), fail })
  })
  return { host, replied }
}

const valuesOf = ({ order }: ArrangeReply) => Array.from(order, (row) => Number(cells[row]?.[margin]))

/** A worker of which nothing comes. */
class DeadWorker {
  onerror: ((event: Event & { message?: string }) => void) | undefined
  onmessage: ((event: { data: unknown }) => void) | undefined
  terminate = vi.fn()
  postMessage() {}
}

test('behavior: where there are no workers, the page sorts', async () => {
  vi.stubGlobal('Worker', undefined)
  const { replied } = await ask()
  expect(valuesOf(await replied)).toEqual(inOrder)
})

test('behavior: where a policy forbids workers, the page sorts', async () => {
  const forbidden = vi.fn(function forbid() {
    throw new DOMException('no', 'SecurityError')
  })
  vi.stubGlobal('Worker', forbidden)
  const { replied } = await ask()
  expect(valuesOf(await replied)).toEqual(inOrder)
  expect(forbidden).toHaveBeenCalledTimes(1)
})

test('behavior: where the file of the worker is not found, the page sorts what was asked', async () => {
  let worker: DeadWorker | undefined
  vi.stubGlobal(
    'Worker',
    class extends DeadWorker {
      constructor() {
        super()
        worker = this
      }
    },
  )
  const { replied } = await ask()
  worker!.onerror?.(new Event('error', { cancelable: true }))
  expect(valuesOf(await replied)).toEqual(inOrder)
  expect(worker!.terminate).toHaveBeenCalled()
})

test('behavior: a worker that ends later fails what it was asked, and is not taken for the page’s fault', async () => {
  let worker: DeadWorker | undefined
  vi.stubGlobal(
    'Worker',
    class extends DeadWorker {
      constructor() {
        super()
        worker = this
      }
    },
  )
  const { replied } = await ask()
  worker!.onmessage?.({ data: { type: 'ready' } })
  worker!.onerror?.(Object.assign(new Event('error'), { message: 'out of memory' }))
  await expect(replied).rejects.toThrow('out of memory')
})

test('behavior: the page gets its turn while it sorts, and stops when nobody waits any more', async () => {
  vi.stubGlobal('Worker', undefined)
  const { createHost } = await import('./createHost.ts')
  const rows = rowsOf()
  const read = vi.fn(rows.getCell)
  const reply = vi.fn()
  const cancel = createHost({ ...rows, getCell: read }, { locale: 'en' }).ask(job, rows, { reply, fail: reply })
  cancel()
  await new Promise((settle) => setTimeout(settle))
  const readBefore = read.mock.calls.length
  await new Promise((settle) => setTimeout(settle))
  expect(read.mock.calls.length).toBe(readBefore)
  expect(reply).not.toHaveBeenCalled()
})
