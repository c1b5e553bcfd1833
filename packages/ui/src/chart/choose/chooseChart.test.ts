import type { Cell, Column } from '@lakefront/react'
import { describe, expect, test } from 'vitest'
import { visibleColumns } from '../../result-table/visibleColumns.ts'
import { chooseChart } from './chooseChart.ts'

const key: Column = { name: 'account_id', type: 'integer', role: 'key' }
const account: Column = { name: 'account', type: 'text', role: 'dimension' }
const channel: Column = { name: 'channel', type: 'text', role: 'dimension' }
const month: Column = { name: 'month', type: 'text', role: 'dimension' }
const day: Column = { name: 'order_date', type: 'date', role: 'dimension' }
const revenue: Column = { name: 'revenue', type: 'decimal', unit: 'currency', currency: 'USD', role: 'measure' }
const before: Column = { ...revenue, name: 'previous_revenue' }
const orders: Column = { name: 'orders', type: 'integer', unit: 'count', role: 'measure' }
const margin: Column = { name: 'margin', type: 'float', unit: 'percent', role: 'measure' }
const share: Column = { name: 'share', type: 'float', unit: 'percent', role: 'share' }
const change: Column = { name: 'revenue_change', type: 'float', unit: 'percent', role: 'change' }

const times = (count: number, row: (index: number) => Cell[]) => Array.from({ length: count }, (_, index) => row(index))

function choose(columns: Column[], rows: Cell[][]) {
  const visible = visibleColumns(columns)
  return chooseChart({
    columns: visible,
    rowCount: rows.length,
    valueAt: (place, column) => rows[place]?.[column.columnIndex] ?? null,
  })
}

test.each([
  ['one number', [revenue], [['1.00']], 'figure'],
  ['one number and its change', [revenue, before, change], [['2.00', '1.00', 1]], 'figure'],
  ['one number of one account', [key, account, revenue], [[1, 'A', '1.00']], 'figure'],
  ['two unlike numbers', [revenue, orders], [['1.00', 3]], undefined],
  ['a time and a measure', [month, revenue], times(3, (index) => [`2026-0${index + 1}`, '1.00']), 'line'],
  ['days', [day, revenue], times(3, (index) => [`2026-01-0${index + 1}`, '1.00']), 'line'],
  [
    'a time and eight series',
    [month, channel, revenue],
    times(16, (index) => [`2026-0${1 + (index % 2)}`, `C${index >> 1}`, '1']),
    'line',
  ],
  [
    'a time and nine series',
    [month, channel, revenue],
    times(18, (index) => [`2026-0${1 + (index % 2)}`, `C${index >> 1}`, '1']),
    undefined,
  ],
  [
    'the same time twice',
    [month, revenue],
    [
      ['2026-01', '1'],
      ['2026-01', '2'],
      ['2026-02', '3'],
    ],
    undefined,
  ],
  [
    'two times',
    [month, day, revenue],
    [
      ['2026-01', '2026-01-01', '1'],
      ['2026-02', '2026-02-01', '2'],
    ],
    undefined,
  ],
  [
    'a month that is no time',
    [month, revenue],
    [
      ['Spring', '1'],
      ['Autumn', '2'],
    ],
    'bar',
  ],
  ['categories', [key, account, revenue], times(5, (index) => [index, `A${index}`, '1']), 'bar'],
  [
    'categories and shares, too many to part',
    [account, revenue, share],
    times(9, (index) => [`A${index}`, '1', 1 / 9]),
    'bar',
  ],
  [
    'shares of one whole',
    [channel, revenue, share],
    [
      ['Web', '3', 0.75],
      ['EDI', '1', 0.25],
    ],
    'stack',
  ],
  [
    'shares of less than the whole',
    [channel, revenue, share],
    [
      ['Web', '3', 0.5],
      ['EDI', '1', 0.25],
    ],
    'bar',
  ],
  [
    'a share below zero',
    [channel, revenue, share],
    [
      ['Web', '5', 1.25],
      ['EDI', '-1', -0.25],
    ],
    'bar',
  ],
  [
    'two dimensions and an amount',
    [account, channel, revenue],
    [
      ['A', 'Web', '1'],
      ['A', 'EDI', '2'],
      ['B', 'Web', '3'],
    ],
    'stack',
  ],
  [
    'two dimensions and what does not add up',
    [account, channel, margin],
    [
      ['A', 'Web', 0.1],
      ['B', 'Web', 0.2],
    ],
    undefined,
  ],
  ['two measures', [account, revenue, orders], times(4, (index) => [`A${index}`, '1', index]), 'scatter'],
  ['a measure and its past', [account, revenue, before], times(4, (index) => [`A${index}`, '1', '2']), 'bar'],
  [
    'names alone',
    [account, channel],
    [
      ['A', 'Web'],
      ['B', 'EDI'],
    ],
    undefined,
  ],
  [
    'nothing known',
    [account, revenue],
    [
      ['A', null],
      ['B', null],
    ],
    undefined,
  ],
  ['no rows', [account, revenue], [], undefined],
  [
    'shares of more rows than are looked through',
    [channel, share],
    times(10_001, (index) => [`C${index}`, 0]),
    undefined,
  ],
] as [string, Column[], Cell[][], string | undefined][])('parameters: %s', (_name, columns, rows, kind) => {
  expect(choose(columns, rows)?.kind).toBe(kind)
})

describe('more than thirty categories', () => {
  const amounts = (order: (index: number) => number) => times(42, (index) => [`A${index}`, String(order(index))])

  test('default', () => {
    const chart = choose(
      [account, revenue],
      amounts((index) => (index * 17) % 42),
    )
    expect(chart?.places).toHaveLength(30)
    expect(chart).toMatchObject({ cut: 'largest', rowCount: 42 })
    expect(chart?.places[0]).toBe(
      times(42, (index) => [index]).find(([index]) => (Number(index) * 17) % 42 === 41)?.[0],
    )
  })

  test('behavior: a table that runs upwards keeps its own first rows', () => {
    const chart = choose(
      [account, revenue],
      amounts((index) => index - 10),
    )
    expect(chart).toMatchObject({ cut: 'first' })
    expect(chart?.places[0]).toBe(0)
  })

  test('behavior: up to thirty, the rows keep their order and nothing is said', () => {
    const chart = choose([account, revenue], amounts((index) => (index * 17) % 42).slice(0, 30))
    expect(chart?.places).toEqual(times(30, (index) => [index]).flat())
    expect(chart?.cut).toBeUndefined()
  })
})

test('behavior: columns without roles are told by type and name', () => {
  const plain = choose(
    [
      { name: 'year', type: 'integer' },
      { name: 'total', type: 'decimal' },
      { name: 'order_id', type: 'integer' },
    ],
    [
      [2025, '1.5', 7],
      [2026, '2.5', 7],
    ],
  )
  expect(plain).toMatchObject({ kind: 'line', time: { name: 'year' }, measures: [{ name: 'total' }] })
})

describe('a million rows', () => {
  const looked: number[] = []
  const million = (columns: Column[], cellAt: (place: number, columnIndex: number) => Cell) =>
    chooseChart({
      columns: visibleColumns(columns),
      rowCount: 1_000_000,
      valueAt(place, { columnIndex }) {
        looked.push(place)
        return cellAt(place, columnIndex)
      },
    })

  test.each([
    ['bars', [account, revenue], 'bar', 30],
    ['a line', [day, revenue], 'line', 2_000],
    ['points', [key, revenue, margin], 'scatter', 1_000],
  ] as [string, Column[], string, number][])(
    'behavior: %s are of the first rows, and say so',
    (_name, columns, kind, drawn) => {
      looked.length = 0
      const start = Date.UTC(1990, 0, 1)
      const chart = million(columns, (place, columnIndex) =>
        columns[columnIndex] === day
          ? new Date(start + place * 86_400_000).toISOString().slice(0, 10)
          : `${(place * 7919) % 997}.${place}`,
      )
      expect(chart).toMatchObject({ kind, cut: 'first', rowCount: 1_000_000 })
      expect(chart?.places).toEqual(Array.from({ length: drawn }, (_, place) => place))
      expect(Math.max(...looked)).toBeLessThan(10_000)
    },
  )
})
