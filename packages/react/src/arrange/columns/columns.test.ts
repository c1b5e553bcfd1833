import { decodeBatch } from '@lakefront/client/decode'
import type { Cell, Column } from '@lakefront/contract'
import {
  binary,
  columnFromArray,
  type DataType,
  decimal,
  dictionary,
  float32,
  float64,
  int32,
  int64,
  list,
  TimeUnit,
  tableFromColumns,
  tableToIPC,
  timestamp,
  uint64,
  utf8,
} from '@uwdata/flechette'
import { expect, test } from 'vitest'
import { arrange, run } from '../testing/fixture.ts'
import { arrowSource } from './arrowSource.ts'
import { cellSource, type RowSource } from './rowSource.ts'

/** Everything that tells how the values of one column were understood. */
function understood(source: RowSource, rowCount: number) {
  const rows = Array.from({ length: rowCount }, () => [])
  const sort = [{ columnIndex: 0, direction: 'ascending' as const }]
  const aggregates = (['sum', 'distinct-count', 'maximum'] as const).map((aggregate) => ({ columnIndex: 0, aggregate }))
  return run(source, arrange(rows, { sort, groupBy: 0, aggregates }))
}

const large = 10n ** 37n

test.each<[string, Column['type'], DataType, unknown[]]>([
  ['32-bit integers', 'integer', int32(), [3, -1, null, 3]],
  ['64-bit integers', 'integer', int64(), [2n ** 63n - 1n, -(2n ** 63n), 2n ** 63n - 2n, null]],
  ['unsigned 64-bit integers', 'integer', uint64(), [2n ** 64n - 1n, 0n, 2n ** 53n + 1n]],
  ['small decimals', 'decimal', decimal(18, 2), [150n, -5n, null, 150n]],
  ['large decimals', 'decimal', decimal(38, 10), [large + 1n, large, -large, null]],
  ['decimals with a half that shows', 'decimal', decimal(38, 20), [5n, 10n ** 20n, null]],
  ['floats', 'float', float32(), [0.5, Number.NaN, null, Number.NEGATIVE_INFINITY]],
  ['decimals that are called floats', 'float', decimal(18, 2), [150n, -5n, null]],
  ['doubles that are called decimals', 'decimal', float64(), [0.5, 0.25, null]],
  ['texts', 'text', utf8(), ['b', 'É', 'a', null, 'b']],
  ['texts of a dictionary', 'text', dictionary(utf8()), ['b', 'É', 'a', null, 'b']],
  ['numbers that are called texts', 'text', int32(), [10, 9, null]],
  ['seconds', 'timestamp', timestamp(TimeUnit.SECOND, 'UTC'), [1_700_000_000_000, -1_000, null]],
  ['nanoseconds', 'timestamp', timestamp(TimeUnit.NANOSECOND), [1_700_000_000_000.25, 1_700_000_000_000.5, null]],
  ['bytes', 'binary', binary(), [Uint8Array.of(9), Uint8Array.of(1), null]],
  ['lists', 'list', list(int32()), [[2], [1, 2], null]],
])('behavior: Arrow is read as its cells are: %s', (_name, type, arrowType, values) => {
  const columns: Column[] = [{ name: 'value', type }]
  const messages = [
    tableToIPC(tableFromColumns([['value', columnFromArray(values, arrowType)]]), { format: 'stream' })!,
  ]
  const { source, push } = arrowSource(columns)
  push(messages)
  const { getCell } = decodeBatch(messages, columns, 0)
  const [arrow, cells] = [understood(source, values.length), understood(cellSource(columns, getCell), values.length)]
  expect(arrow.order).toEqual(cells.order)
  expect(arrow.groups?.firstRows).toEqual(cells.groups?.firstRows)
  expect(arrow.totals.slice(1)).toEqual(cells.totals.slice(1))
})

/** Cells of a column in order. */
function inOrder(type: Column['type'], cells: Cell[]) {
  const source = cellSource([{ name: 'value', type }], (rowIndex) => cells[rowIndex] ?? null)
  const rows = cells.map((cell) => [cell])
  const { order } = run(source, arrange(rows, { sort: [{ columnIndex: 0, direction: 'ascending' }] }))
  return Array.from(order, (row) => cells[row])
}

test.each<[string, Column['type'], Cell[], Cell[]]>([
  ['fractions of any length', 'decimal', ['1.5', '1.25', '1', '-0.001'], ['-0.001', '1', '1.25', '1.5']],
  ['numbers among the texts of decimals', 'decimal', [2, '1.5', 1], [1, '1.5', 2]],
  ['numbers with exponents', 'decimal', [1e300, 2, '3'], [2, '3', 1e300]],
  ['what is no number in a column of numbers', 'integer', ['10', 'n/a', '9'], ['9', '10', 'n/a']],
  ['months in a column of dates', 'date', ['2026-10', '2026-02', null], ['2026-02', '2026-10', null]],
  ['years before 1000', 'date', ['0999-01-01', '2026-01-01', '0001-01-01'], ['0001-01-01', '0999-01-01', '2026-01-01']],
  [
    'nanoseconds',
    'timestamp',
    ['2026-01-01T00:00:00.000000002Z', '2026-01-01T00:00:00.000000001Z'],
    ['2026-01-01T00:00:00.000000001Z', '2026-01-01T00:00:00.000000002Z'],
  ],
  [
    'moments before 1970',
    'timestamp',
    ['1969-12-31T23:59:59.500Z', '1969-12-31T23:59:59.250Z'],
    ['1969-12-31T23:59:59.250Z', '1969-12-31T23:59:59.500Z'],
  ],
  ['booleans', 'boolean', [true, null, false], [false, true, null]],
])('behavior: cells in order: %s', (_name, type, cells, expected) => {
  expect(inOrder(type, cells)).toEqual(expected)
})
