import type { Cell, Row } from '@lakefront/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../filter/foldText.ts'
import { matchAt } from '../find/matches.ts'
import { aggregateCell } from '../group/aggregateValues.ts'
import {
  anyRows,
  arrange,
  columnIndexes,
  columns,
  date,
  decimal,
  float,
  fromArrow,
  fromCells,
  integer,
  run,
  text,
  timestamp,
} from '../testing/fixture.ts'
import { naiveOrder, naivePasses, scaled } from '../testing/oracle.ts'
import type { AggregateName, ColumnFilter, SortKey } from '../types.ts'

const anyColumn = fc.constantFrom(...columnIndexes)
const anySort: fc.Arbitrary<SortKey[]> = fc.array(
  fc.record({ columnIndex: anyColumn, direction: fc.constantFrom('ascending', 'descending') }),
  { minLength: 1, maxLength: 3 },
)

/** Rows and some value of them to filter by. */
const rowsAndFilter = fc
  .tuple(anyRows, anyColumn, fc.nat(), fc.nat(), fc.constantFrom('between', 'one-of'))
  .map(([rows, columnIndex, first, second, operator]): [Row[], ColumnFilter] => {
    const cellAt = (index: number): Cell => rows[index % (rows.length || 1)]?.[columnIndex] ?? null
    const [low, high] = [cellAt(first), cellAt(second)].map((cell) =>
      cell === null || cell === 'NaN' ? null : String(cell),
    )
    return operator === 'between'
      ? [rows, { columnIndex, operator, low: low ?? null, high: high ?? null }]
      : [rows, { columnIndex, operator: 'one-of', values: [cellAt(first), cellAt(second)] }]
  })

describe.each([
  ['cells', fromCells],
  ['Arrow', fromArrow],
])('read from %s', (_name, from) => {
  test('default: the order is that of a naive sort, whatever the types', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anySort, async (rows, sort) => {
        const { order } = run(await from(rows), arrange(rows, { sort }))
        expect(Array.from(order)).toEqual(naiveOrder(rows, sort))
      }),
      { numRuns: 100 },
    )
  })

  test('default: what passes a filter is what a naive filter lets pass', async () => {
    await fc.assert(
      fc.asyncProperty(rowsAndFilter, async ([rows, filter]) => {
        const { order } = run(await from(rows), arrange(rows, { filters: [filter] }))
        const passing = rows.flatMap((row, rowIndex) => (naivePasses(row, filter) ? [rowIndex] : []))
        expect(Array.from(order)).toEqual(passing)
      }),
      { numRuns: 100 },
    )
  })

  test('default: groups hold each row once, with those of the same value, in the order of the sort', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyColumn, anySort, async (rows, groupBy, sort) => {
        const { order, groups } = run(await from(rows), arrange(rows, { groupBy, sort }))
        const inOrder = naiveOrder(rows, sort)
        const keys = Array.from(groups!.firstRows, (row) => rows[row]![groupBy])
        expect(new Set(keys).size).toBe(keys.length)
        for (const [group, key] of keys.entries()) {
          const shown = Array.from(order.subarray(groups!.starts[group], groups!.starts[group + 1]))
          expect(shown).toEqual(inOrder.filter((row) => rows[row]![groupBy] === key))
        }
        expect(order).toHaveLength(rows.length)
      }),
      { numRuns: 100 },
    )
  })

  test('default: groups come in the order of the sort, by their value or by their aggregate', async () => {
    const anyDirection = fc.constantFrom<SortKey['direction'][]>('ascending', 'descending')
    await fc.assert(
      fc.asyncProperty(anyRows, anyDirection, fc.boolean(), async (rows, direction, byValue) => {
        const aggregates = [{ columnIndex: decimal, aggregate: 'sum' as const }]
        const sort: SortKey[] = [{ columnIndex: byValue ? date : decimal, direction }]
        const { groups } = run(await from(rows), arrange(rows, { groupBy: date, sort, aggregates }))
        const shown = Array.from(groups!.firstRows, (row, group) =>
          byValue ? rows[row]![date]! : aggregateCell(groups!.aggregates[0]!, group, () => null),
        )
        const asRows = shown.map((cell) =>
          columns.map((_column, index) => (index === sort[0]!.columnIndex ? cell : null)),
        )
        expect(naiveOrder(asRows, sort)).toEqual(shown.map((_cell, group) => group))
      }),
      { numRuns: 100 },
    )
  })

  test('default: what is found is where it is, in the order of lines and of columns', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anySort, fc.constantFrom('e', '1', 'item', 'מ', 'zeta'), async (rows, sort, wanted) => {
        const shown = [text, decimal, integer]
        const job = {
          type: 'find',
          arrange: arrange(rows, { sort }),
          to: rows.length,
          text: wanted,
          columns: shown,
        } as const
        const { found } = run(await from(rows), job)
        const expected = naiveOrder(rows, sort).flatMap((row, place) =>
          shown.flatMap((columnIndex, cell) =>
            foldText(String(rows[row]![columnIndex] ?? '')).includes(wanted) ? [{ place, cell }] : [],
          ),
        )
        const count = found.countsBefore.at(-1)!
        expect(Array.from({ length: count }, (_, match) => matchAt(found, match))).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  test('default: sums and averages are exact', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.constantFrom(integer, decimal), async (rows, columnIndex) => {
        const aggregates = (['sum', 'average', 'count', 'distinct-count'] as const).map((aggregate) => ({
          columnIndex,
          aggregate,
        }))
        const { totals } = run(await from(rows), arrange(rows, { aggregates }))
        const cells = rows.map((row) => row[columnIndex] ?? null).filter((cell) => cell !== null)
        const sum = cells.reduce((total, cell) => total + scaled(cell), 0n)
        const [sumCell, averageCell, ...counts] = totals.map((values) => aggregateCell(values, 0, () => null))
        expect(counts).toEqual([cells.length, new Set(cells).size])
        if (cells.length === 0) {
          expect([sumCell, averageCell]).toEqual([null, null])
          return
        }
        expect(scaled(sumCell!)).toBe(sum)
        const digits = columnIndex === integer ? 4n : 14n
        const error =
          BigInt(String(averageCell).replace('.', '')) * BigInt(cells.length) * 10n ** (14n - digits) - sum * 10n ** 4n
        const half = BigInt(cells.length) * 10n ** (14n - digits)
        expect(2n * (error < 0n ? -error : error) <= half).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

/** Aggregates of one column, as they are shown. */
async function totalsOf(columnIndex: number, cells: Cell[], names: AggregateName[], from = fromCells) {
  const rows = cells.map((cell) => columns.map((_column, index) => (index === columnIndex ? cell : null)))
  const job = arrange(rows, { aggregates: names.map((aggregate) => ({ columnIndex, aggregate })) })
  return run(await from(rows), job).totals.map((values) => aggregateCell(values, 0, (row) => rows[row]![columnIndex]!))
}

test.each<[string, number, Cell[], AggregateName, Cell]>([
  ['64-bit integers', integer, ['9223372036854775807', '9223372036854775807', '1'], 'sum', '18446744073709551615'],
  [
    'many digits',
    decimal,
    ['9999999999999999999999999999.9999999999', '0.0000000001'],
    'sum',
    '10000000000000000000000000000.0000000000',
  ],
  ['an average between two digits', integer, ['1', '2', '2'], 'average', '1.6667'],
  ['an average below zero', integer, ['-1', '-2', '-2'], 'average', '-1.6667'],
  ['fractions that doubles lose', float, [1e100, 1, -1e100], 'sum', 1],
  ['no number', float, [1, 'NaN'], 'sum', 'NaN'],
  ['an infinity', float, [1, 'Infinity', 1], 'sum', 'Infinity'],
  ['nothing', float, [null, null], 'sum', null],
  ['texts', text, ['a', 'b'], 'sum', null],
  ['the first text of the language', text, ['zebra', 'Éclair', 'apple', null], 'minimum', 'apple'],
  ['the last', text, ['item 10', 'item 9', null], 'maximum', 'item 10'],
  ['the latest day', date, ['2026-02-01', '2026-10-01', null], 'maximum', '2026-10-01'],
  ['the smallest beside no number', float, ['NaN', 3, 2], 'minimum', 2],
  ['what is empty is not counted', text, ['a', null, 'a'], 'count', 2],
  ['what is different', text, ['a', null, 'a', 'b'], 'distinct-count', 2],
])('behavior: %s', async (_name, columnIndex, cells, aggregate, expected) => {
  expect(await totalsOf(columnIndex, cells, [aggregate])).toEqual([expected])
  expect(await totalsOf(columnIndex, cells, [aggregate], fromArrow)).toEqual([expected])
})

/** Rows that pass a filter, by their cell. */
async function passing(cells: Cell[], filter: ColumnFilter) {
  const rows = cells.map((cell) => columns.map((_column, index) => (index === filter.columnIndex ? cell : null)))
  return Array.from(run(await fromCells(rows), arrange(rows, { filters: [filter] })).order, (row) => cells[row])
}

test.each<[string, Cell[], ColumnFilter, Cell[]]>([
  [
    'case and accents do not matter',
    ['Société', 'SOCIETE', 'Acme', null],
    { columnIndex: text, operator: 'contains', text: 'socié' },
    ['Société', 'SOCIETE'],
  ],
  ['the points of Hebrew do not matter', ['שָׁלוֹם'], { columnIndex: text, operator: 'is', text: 'שלום' }, ['שָׁלוֹם']],
  [
    'Turkish letters are found by either',
    ['İzmir', 'Iğdır'],
    { columnIndex: text, operator: 'contains', text: 'i' },
    ['İzmir', 'Iğdır'],
  ],
  [
    'what is empty is not something',
    ['East', 'West', null],
    { columnIndex: text, operator: 'is-not', text: 'east' },
    ['West', null],
  ],
  [
    'numbers as cells write them',
    ['1234.5000000000', '12.0000000000'],
    { columnIndex: decimal, operator: 'contains', text: '34.5' },
    ['1234.5000000000'],
  ],
  [
    'numbers as people write them',
    ['1234.5000000000', '12.0000000000'],
    { columnIndex: decimal, operator: 'contains', text: '$1,234' },
    ['1234.5000000000'],
  ],
  [
    'numbers by value',
    ['1.5000000000', '15.0000000000'],
    { columnIndex: decimal, operator: 'is', text: '1.5' },
    ['1.5000000000'],
  ],
  [
    'days as people write them',
    ['2026-11-20', '2026-12-20'],
    { columnIndex: date, operator: 'contains', text: 'nov 20' },
    ['2026-11-20'],
  ],
  [
    'the last day of a range is whole',
    ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z'],
    { columnIndex: timestamp, operator: 'between', low: '2026-01-01', high: '2026-01-31' },
    ['2026-01-31T23:59:59.999Z'],
  ],
  [
    'moments in other zones',
    ['2026-01-01T10:00:00.000Z', '2026-01-01T11:00:00.000Z'],
    { columnIndex: timestamp, operator: 'between', low: '2026-01-01T12:30+02:00', high: null },
    ['2026-01-01T11:00:00.000Z'],
  ],
  [
    'integers beyond floating point',
    ['9007199254740993', '9007199254740992'],
    { columnIndex: integer, operator: 'between', low: '9007199254740993', high: null },
    ['9007199254740993'],
  ],
  [
    'bounds finer than the column',
    ['1', '2'],
    { columnIndex: integer, operator: 'between', low: '1.5', high: '2.5' },
    ['2'],
  ],
  [
    'a bound that is no number lets nothing pass',
    ['1'],
    { columnIndex: integer, operator: 'between', low: 'x', high: null },
    [],
  ],
  [
    'no number is a choice',
    ['NaN', 1, null],
    { columnIndex: float, operator: 'one-of', values: ['NaN', null] },
    ['NaN', null],
  ],
])('behavior: filter: %s', async (_name, cells, filter, expected) => {
  expect(await passing(cells, filter)).toEqual(expected)
})
