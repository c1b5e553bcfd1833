import type { Row } from '@lakefront/contract'
import { createTestClient, sampleColumns, sampleResultPage, sampleRows } from '@lakefront/testing'
import { type PropsWithChildren, StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useResultRows } from '../hooks/useResultRows.ts'
import { LakefrontProvider } from '../provider/LakefrontProvider.tsx'
import type { ResultRows } from '../results/types.ts'
import type { Arrangement } from './types.ts'
import { useArrangedRows } from './useArrangedRows.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Patient, since a worker has to be started on whatever machine this is. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })

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
  await eventually(() => {
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
  const [started, told] = [vi.spyOn(window, 'Worker'), vi.spyOn(Worker.prototype, 'postMessage')]
  const rows = sampleRows(rowCount)
  const { read } = await open(rows, byMargin)
  await untilReady(read)
  expect(read().arranged.rowCount).toBe(rowCount)
  expect(shown(read(), margin).map(Number)).toEqual(descending(rows))
  expect(started).toHaveBeenCalledTimes(workers)
  expect(told.mock.calls.filter(([message]) => message.job?.type === 'arrange')).toHaveLength(workers)
})

test('default: nothing asked for, rows are as they came, and no worker is started', async () => {
  const started = vi.spyOn(window, 'Worker')
  const rows = sampleRows(6_000)
  const { read } = await open(rows)
  await untilReady(read)
  expect(shown(read(), name)).toEqual(rows.map((row) => row[name]))
  expect(started).not.toHaveBeenCalled()
})

test('behavior: lines on screen stay while rows arrive, and the last of them puts all in order', async () => {
  const [second, third] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const rows = sampleRows(9_000)
  const { read, rerender } = await open(rows, plain, [Promise.resolve(), second.promise, third.promise])
  await eventually(() => expect(read().arranged.lineCount).toBe(3_000))
  await rerender(byMargin)
  await eventually(() => expect(read().arranged.status).toBe('ready'))
  const before = shown(read(), margin).map(Number)
  expect(before).toEqual(descending(rows.slice(0, 3_000)))

  second.resolve()
  await eventually(() => expect(read().arranged.lineCount).toBe(6_000))
  const asCame = rows.slice(3_000, 6_000).map((row) => Number(row[margin]))
  expect(shown(read(), margin).map(Number)).toEqual([...before, ...asCame])

  third.resolve()
  await untilReady(read)
  expect(shown(read(), margin).map(Number)).toEqual(descending(rows))
})

test('behavior: rows that arrive later are let in as far as they pass, and totals wait for the last', async () => {
  const second = Promise.withResolvers<void>()
  const rows = sampleRows(2_000)
  const least = '100000'
  const arrangement: Arrangement = {
    ...plain,
    filters: [{ columnIndex: margin, operator: 'between', low: least, high: null }],
    aggregates: [{ columnIndex: margin, aggregate: 'sum' }],
  }
  const passing = rows.filter((row) => Number(row[margin]) >= Number(least)).map((row) => row[margin])
  const { read } = await open(rows, arrangement, [Promise.resolve(), second.promise])
  await eventually(() => expect(read().rows.rowCount).toBe(1_000))
  await eventually(() => expect(read().arranged.status).toBe('ready'))
  expect(read().arranged).toMatchObject({ totals: null })
  expect(shown(read(), margin)).toEqual(passing.slice(0, read().arranged.rowCount))

  second.resolve()
  await untilReady(read)
  expect(shown(read(), margin)).toEqual(passing)
  const cents = passing.reduce((sum, cell) => sum + BigInt(String(cell).replace('.', '')), 0n)
  expect(String(read().arranged.totals?.[0]).replace('.', '')).toBe(String(cents))
})

const grouped: Arrangement = {
  ...plain,
  groupBy: name,
  sort: [{ columnIndex: margin, direction: 'descending' }],
  aggregates: [{ columnIndex: margin, aggregate: 'sum' }],
}

test.each([
  ['few', 240],
  ['many', 6_000],
])('behavior: %s rows in groups, closed at first, opened one by one or all', async (_size, rowCount) => {
  const rows = sampleRows(rowCount).map((row, index) => row.with(name, ['North', null, 'South'][index % 3]!))
  const { act, read, rerender } = await open(rows, grouped)
  await untilReady(read)
  const headings = [0, 1, 2].map((line) => read().arranged.lineAt(line))
  expect(read().arranged.lineCount).toBe(3)
  expect(headings.map((line) => line?.kind === 'group' && line.value).toSorted()).toEqual(['North', 'South', null])
  const sums = headings.map((line) => (line?.kind === 'group' ? Number(line.aggregates[0]) : Number.NaN))
  expect(sums).toEqual(sums.toSorted((a, b) => b - a))

  await act(() => read().arranged.toggleGroup(1))
  expect(read().arranged.lineCount).toBe(3 + rowCount / 3)
  const opened = headings[1]?.kind === 'group' ? headings[1].value : undefined
  const inGroup = rows.filter((row) => row[name] === opened)
  expect(
    shown(read(), margin, 2 + inGroup.length)
      .slice(2)
      .map(Number),
  ).toEqual(descending(inGroup))

  // What is open stays open in another order.
  await rerender({ ...grouped, sort: [{ columnIndex: name, direction: 'ascending' }] })
  await untilReady(read)
  const lines = Array.from({ length: read().arranged.lineCount }, (_, line) => read().arranged.lineAt(line))
  const groups = lines.filter((line) => line?.kind === 'group')
  expect(groups.map(({ value, open: isOpen }) => [value, isOpen])).toEqual(
    ['North', 'South', null].map((value) => [value, value === opened]),
  )

  await act(() => read().arranged.setAllGroups(true))
  expect(read().arranged.lineCount).toBe(3 + rowCount)
  await act(() => read().arranged.setAllGroups(false))
  expect(read().arranged.lineCount).toBe(3)
})

test.each([
  ['few', 240],
  ['many', 6_000],
])('behavior: found among %s rows, in the columns that are shown, in their order', async (_size, rowCount) => {
  const rows = sampleRows(rowCount).map((row, index) =>
    row.with(name, index === 7 || index === 9 ? 'Brandt & Söhne' : 'Acme'),
  )
  const find: Arrangement = { ...byMargin, find: 'sohne', findIn: [margin, name] }
  const { read, rerender } = await open(rows, find)
  await untilReady(read)
  const { matches } = read().arranged
  expect(matches?.count).toBe(2)
  const found = [0, 1].map((match) => matches!.at(match))
  expect(found.map(({ columnIndex }) => columnIndex)).toEqual([name, name])
  expect(found.map(({ line }) => shown(read(), name)[line])).toEqual(['Brandt & Söhne', 'Brandt & Söhne'])
  expect(found[0]!.line).toBeLessThan(found[1]!.line)

  await rerender({ ...find, groupBy: name })
  await untilReady(read)
  const heading = read().arranged.lineAt(read().arranged.matches!.at(0).line)
  expect(heading).toMatchObject({ kind: 'group', value: 'Brandt & Söhne', open: false })

  await rerender({ ...find, findIn: [margin] })
  await untilReady(read)
  expect(read().arranged.matches?.count).toBe(0)
  await rerender(byMargin)
  expect(read().arranged.matches).toBeNull()
})

test.each([
  ['few', 300],
  ['many', 6_000],
])('behavior: the values of a column among %s rows, the most frequent first', async (_size, rowCount) => {
  const rows = sampleRows(rowCount).map((row, index) =>
    row.with(name, index % 10 === 0 ? null : index % 3 === 0 ? 'a' : 'b'),
  )
  const { read } = await open(rows)
  await untilReady(read)
  const values = await read().arranged.columnValues(name)
  expect(values.map(({ value }) => value)).toEqual(['b', 'a', null])
  expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(rowCount)
})

test('behavior: what is asked for last is what is shown, whatever was on its way', async () => {
  const rows = sampleRows(20_000)
  const { read, rerender } = await open(rows)
  await untilReady(read)
  await rerender({ ...plain, sort: [{ columnIndex: name, direction: 'ascending' }] })
  await rerender({ ...plain, sort: [{ columnIndex: name, direction: 'descending' }] })
  await rerender(byMargin)
  expect(read().arranged.status).toBe('working')
  await untilReady(read)
  expect(shown(read(), margin).map(Number)).toEqual(descending(rows))
  await rerender(plain)
  expect(read().arranged.status).toBe('ready')
  expect(shown(read(), margin)).toEqual(rows.map((row) => row[margin]))
})

test('behavior: two readers share a worker, which ends with the last of them', async () => {
  const [started, ended] = [vi.spyOn(window, 'Worker'), vi.spyOn(Worker.prototype, 'terminate')]
  const rows = sampleRows(6_000)
  const both = await open(rows, byMargin)
  await untilReady(both.read)
  const other = await renderHook(() => useArrangedRows(both.read().rows, grouped, { locale: 'en' }))
  await eventually(() => expect(other.result.current).toMatchObject({ status: 'ready' }))
  expect(started).toHaveBeenCalledTimes(1)

  await both.unmount()
  expect(ended).not.toHaveBeenCalled()
  await other.unmount()
  await eventually(() => expect(ended).toHaveBeenCalledTimes(1))
})

test('behavior: where the page holds only some rows, none are put in order, and that is said', async () => {
  const { read } = await open(sampleRows(300))
  await untilReady(read)
  const windowed = { ...read().rows, held: 'window' as const }
  const { result } = await renderHook(() => useArrangedRows(windowed, grouped, { locale: 'en' }))
  expect(result.current).toMatchObject({ status: 'unavailable', lineCount: 300, totals: null, matches: null })
  expect(result.current.lineAt(5)).toEqual({ kind: 'row', rowIndex: 5 })
  await expect(result.current.columnValues(name)).rejects.toThrow('does not hold every row')
})

test('behavior: a page that lets go of rows lets go of the worker, too', async () => {
  const ended = vi.spyOn(Worker.prototype, 'terminate')
  const { read } = await open(sampleRows(6_000))
  await untilReady(read)
  const all = read().rows
  const { result, rerender } = await renderHook((rows: ResultRows = all) =>
    useArrangedRows(rows, byMargin, { locale: 'en' }),
  )
  await eventually(() => expect(result.current.status).toBe('ready'))
  await rerender({ ...all, held: 'window' })
  expect(result.current).toMatchObject({ status: 'unavailable', lineCount: 6_000 })
  await eventually(() => expect(ended).toHaveBeenCalledTimes(1))
})

test('behavior: another language orders anew', async () => {
  const rows = sampleRows(3).map((row, index) => row.with(name, ['Zebra', 'Ähre', 'Apfel'][index]!))
  const { read } = await open(rows)
  await untilReady(read)
  const byName: Arrangement = { ...plain, sort: [{ columnIndex: name, direction: 'ascending' }] }
  const { result, rerender } = await renderHook((locale = 'de') => useArrangedRows(read().rows, byName, { locale }), {
    initialProps: 'de',
  })
  const names = () => [0, 1, 2].map((line) => shown({ rows: read().rows, arranged: result.current }, name)[line])
  await eventually(() => expect(names()).toEqual(['Ähre', 'Apfel', 'Zebra']))
  await rerender('sv')
  await eventually(() => expect(names()).toEqual(['Apfel', 'Zebra', 'Ähre']))
})
