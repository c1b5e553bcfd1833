import { expect, test } from 'vitest'
import type { ChartRows } from '../chart/types.ts'
import { specFor } from './specFor.ts'

const columns = [
  { name: 'region', type: 'text' as const, columnIndex: 0, keyIndex: undefined },
  { name: 'revenue', type: 'decimal' as const, scale: 2, columnIndex: 1, keyIndex: undefined },
]
const rowsOf = (rowCount: number): ChartRows => ({
  columns,
  rowCount,
  valueAt: (place, { columnIndex }) => (columnIndex === 0 ? `Region ${place}` : place === 1 ? null : '12.50'),
})
const spec = { mark: 'bar', encoding: { x: { field: 'region' }, y: { field: 'revenue', aggregate: 'sum' } } }

test('default: what is drawn are the rows of the result, as wide as there is room', () => {
  expect(specFor({ ...spec, width: 4_000, data: { values: [{ region: 'forged' }] } }, rowsOf(2))).toEqual({
    ...spec,
    width: 'container',
    data: {
      values: [
        { region: 'Region 0', revenue: 12.5, lakefrontRow: 0 },
        { region: 'Region 1', revenue: null, lakefrontRow: 1 },
      ],
    },
  })
})

test('behavior: of very many rows only so many are drawn', () => {
  const drawn = specFor(spec, rowsOf(1_000_000))
  expect(drawn).toMatchObject({ data: { values: { length: 5_000 } } })
})

test('behavior: a chart of fields that are not there is refused', () => {
  expect(specFor({ ...spec, encoding: { x: { field: 'territory' } } }, rowsOf(2))).toBeUndefined()
})

test('behavior: fields that a transform makes are taken on trust', () => {
  const made = { transform: [{ calculate: 'datum.revenue / 2', as: 'half' }], encoding: { x: { field: 'half' } } }
  expect(specFor(made, rowsOf(2))).toMatchObject(made)
})

test('behavior: several views side by side keep their widths', () => {
  expect(specFor({ hconcat: [spec] }, rowsOf(2))).not.toHaveProperty('width')
})
