import type { Column } from '@lakefront/contract'
import { expect, test } from 'vitest'
import { batchesOfRows, encodeRows } from './fromRows.ts'

test.each<[Column['type'], unknown, unknown, number?]>([
  ['integer', 9007199254740993n, '9007199254740993'],
  ['integer', '-42', '-42'],
  ['integer', 7, '7'],
  ['decimal', '12.5', '12.50', 2],
  ['decimal', -0.01, '-0.01', 2],
  ['decimal', '3.336E8', '333600000.00', 2],
  ['decimal', '123456789012345678901234567890.12', '123456789012345678901234567890.12', 2],
  ['decimal', '1.123456789', '1.123456789'],
  ['float', '0.25', 0.25],
  ['boolean', 'false', false],
  ['boolean', 1, true],
  ['date', '2026-02-03', '2026-02-03'],
  ['date', '2026-02-03 00:00:00', '2026-02-03'],
  ['date', '1899-12-31', '1899-12-31'],
  ['timestamp', '2026-01-01 10:00:00+02', '2026-01-01T08:00:00.000Z'],
  ['timestamp', '2026-01-01T10:00:00.000001Z', '2026-01-01T10:00:00.000001Z'],
  ['date', '0044-03-15 BC', '-000043-03-15'],
  ['date', '10000-02-29', '+010000-02-29'],
  ['timestamp', '0044-03-15 10:00:00+00 BC', '-000043-03-15T10:00:00.000Z'],
  ['timestamp', '9999-12-31 23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
  ['timestamp', '-infinity', '-infinity'],
  ['timestamp', '2026-01-01 10:00:00-03:30', '2026-01-01T13:30:00.000Z'],
  ['float', 'NaN', 'NaN'],
  ['float', -0, '-0'],
  ['timestamp', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['struct', { a: 1 }, '{"a":1}'],
  ['binary', Uint8Array.of(97), 'YQ=='],
  ['binary', 'YQ==', 'YQ=='],
  ['text', '<script>', '<script>'],
])('default: %s %s', (type, value, cell, scale) => {
  const column: Column = scale === undefined ? { name: 'x', type } : { name: 'x', type, scale }
  expect(encodeRows([column], [[null], [value]]).rows()).toEqual([[null], [cell]])
})

test.each<[Column, unknown]>([
  [{ name: 'x', type: 'integer' }, '1.5'],
  [{ name: 'x', type: 'integer' }, '9223372036854775808'],
  [{ name: 'x', type: 'decimal', scale: 2 }, '0.005'],
  [{ name: 'x', type: 'float' }, 'many'],
  [{ name: 'x', type: 'date' }, 'yesterday'],
  [{ name: 'x', type: 'boolean' }, 'perhaps'],
  [{ name: 'x', type: 'decimal', scale: 2 }, '1234567890123456789012345678901234567.00'],
  [{ name: 'x', type: 'date' }, '2026-02-30'],
  [{ name: 'x', type: 'date' }, '2026-02-03 10:00:00'],
  [{ name: 'x', type: 'timestamp' }, '2026-01-01T10:00:00.0000001Z'],
  [{ name: 'x', type: 'timestamp' }, '400000-01-01 00:00:00'],
  [{ name: 'x', type: 'binary' }, 'a0b'],
])('behavior: %o refuses %s rather than change it', (column, value) => {
  expect(() => encodeRows([column], [[value]])).toThrow('Column x')
})

test('behavior: a slice of rows', () => {
  const batch = encodeRows([{ name: 'x', type: 'integer' }], [['1'], ['2'], ['3']])
  expect(batch.rows(1, 2)).toEqual([['2']])
  expect(batch.rows(2, 10)).toEqual([['3']])
})

test('behavior: many rows come as a small batch first', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [index])
  const counts: number[] = []
  for await (const { rowCount } of batchesOfRows([{ name: 'x', type: 'integer' }], rows)) counts.push(rowCount)
  expect(counts).toEqual([2_048, 16_384, 1_568])
})
