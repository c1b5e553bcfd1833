import type { Row } from '@lakefront/contract'
import { createTestClient, sampleColumns, sampleResultPage, sampleRows } from '@lakefront/testing'
import { type PropsWithChildren, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useResultRows } from '../hooks/useResultRows.ts'
import { LakefrontProvider } from '../provider/LakefrontProvider.tsx'
import type { Arrangement } from './types.ts'
import { useArrangedRows } from './useArrangedRows.ts'

const plain: Arrangement = { sort: [], filters: [], groupBy: null, aggregates: [], find: null }
const name = sampleColumns.findIndex((column) => column.type === 'text')
const margin = sampleColumns.findIndex((column) => column.type === 'decimal')
const byMargin: Arrangement = { ...plain, sort: [{ columnIndex: margin, direction: 'descending' }] }

/** A result whose rows stream in as many batches as waits are given, each after its own. */
async function open(rows: Row[], first = plain, waits: Promise<unknown>[] = [Promise.resolve()]) {
  const batchSize = Math.ceil(rows.length / waits.length)
  async function* readResult() {
    for (const [index, wait] of waits.entries()) {
      await wait
      yield rows.slice(index * batchSize, (index + 1) * batchSize)
    }
  }
  const client = createTestClient({}, { readResult })
  const page = sampleResultPage({ rows: rows.slice(0, 20), rowCount: null, complete: false })
  const wrapper = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider client={client}>{children}</LakefrontProvider>
    </StrictMode>
  )
  const read = (arrangement = first) => {
    const resultRows = useResultRows(page)
    return { rows: resultRows, arranged: useArrangedRows(resultRows, arrangement, { locale: 'en' }) }
  }
  const hook = await renderHook(read, { wrapper, initialProps: first })
  return { ...hook, read: () => hook.result.current }
}

type Read = Awaited<ReturnType<typeof open>>['read']

async function untilReady(read: Read) {
  await vi.waitFor(() => {
    expect(read().rows.status).toBe('complete')
    expect(read().arranged.status).toBe('ready')
  })
}

/** What is shown of a column, line by line. */
function shown({ rows, arranged }: ReturnType<Read>, columnIndex: number, count = arranged.lineCount) {
  return Array.from({ length: count }, (_, line) => {
    const shownLine = arranged.lineAt(line)
    return shownLine?.kind === 'row' ? rows.getCell(shownLine.rowIndex, columnIndex) : shownLine?.value
  })
}

const descending = (rows: Row[]) => rows.map((row) => Number(row[margin])).sort((a, b) => b - a)

test.each([
  ['few rows', 300, 0],
  ['many rows', 12_000, 1],
])('default: %s are put in order, %s of them by %s worker', async (_size, rowCount, workers) => {
  const started = vi.spyOn(window, 'Worker')
  const rows = sampleRows(rowCount)
  const { read } = await open(rows, byMargin)
  await untilReady(read)
  expect(read().arranged.rowCount).toBe(rowCount)
  expect(shown(read(), margin).map(Number)).toEqual(descending(rows))
  expect(started).toHaveBeenCalledTimes(workers)
  started.mockRestore()
})

test('default: nothing asked for, rows are as they came, and no worker is started', async () => {
  const started = vi.spyOn(window, 'Worker')
  const rows = sampleRows(6_000)
  const { read } = await open(rows)
  await untilReady(read)
  expect(shown(read(), name)).toEqual(rows.map((row) => row[name]))
  expect(started).not.toHaveBeenCalled()
  started.mockRestore()
})
