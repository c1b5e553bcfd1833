import type { Cell, Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { createFormat } from '../../format/createFormat.ts'
import { en } from '../../messages/en.ts'
import { visibleColumns } from '../../result-table/visibleColumns.ts'
import { chooseChart } from '../choose/chooseChart.ts'
import { cutNote } from '../choose/cutNote.ts'
import { moveInMarks } from '../focus/moveInMarks.ts'
import type { BarChart, LineChart } from '../types.ts'
import { layoutBars } from './layoutBars.ts'
import { layoutLines } from './layoutLines.ts'
import type { Frame } from './marks.ts'
import { toPixelNumber } from './toPixelNumber.ts'

const name: Column = { name: 'account', title: 'Account', type: 'text', role: 'dimension' }
const amount: Column = {
  name: 'amount',
  title: 'Amount',
  type: 'decimal',
  scale: 2,
  unit: 'currency',
  currency: 'USD',
  role: 'measure',
}
const month: Column = { name: 'month', title: 'Month', type: 'text', role: 'dimension' }

function framed(columns: Column[], cells: Cell[][], options: Partial<Frame> = {}) {
  const rows = {
    columns: visibleColumns(columns),
    rowCount: cells.length,
    valueAt: (place: number, { columnIndex }: { columnIndex: number }) => cells[place]?.[columnIndex] ?? null,
  }
  const format = createFormat({ locale: 'en-US', timeZone: 'UTC', messages: en })
  const frame: Frame = { width: 420, rightToLeft: false, rows, format, emptyText: 'No value', ...options }
  return { chart: chooseChart(rows), frame }
}

const bars = (cells: Cell[][], options?: Partial<Frame>) => {
  const { chart, frame } = framed([name, amount], cells, options)
  return layoutBars(chart as BarChart, frame)
}

test('behavior: bars start at nothing and run both ways from it', () => {
  const { bars: drawn, scale } = bars([
    ['A', '200.00'],
    ['B', '-50.00'],
    ['C', '0.00'],
    ['D', null],
  ])
  const zero = scale(0)
  expect(drawn[0]?.box?.x).toBeCloseTo(zero)
  expect((drawn[1]?.box?.x ?? 0) + (drawn[1]?.box?.width ?? 0)).toBeCloseTo(zero)
  expect(drawn[0]!.box!.width / drawn[1]!.box!.width).toBeCloseTo(4)
  expect(drawn[2]?.box?.width).toBe(0)
  expect(drawn[3]).toMatchObject({ box: undefined, text: 'No value' })
})

test('behavior: from right to left everything is the mirror image', () => {
  const cells = [
    ['A', '200.00'],
    ['B', '-50.00'],
  ]
  const [left, right] = [bars(cells), bars(cells, { rightToLeft: true })]
  expect(right.scale(0)).toBeCloseTo(420 - left.scale(0))
  expect(right.bars[0]?.box?.width).toBeCloseTo(left.bars[0]?.box?.width ?? 0)
})

test.each([
  ['tiny', '0.000000000000000012', '0.00000000000000003'],
  ['vast', `${'9'.repeat(400)}`, `-${'9'.repeat(400)}`],
  ['equal', '5', '5'],
])('parameters: %s values have a place', (_name, one, other) => {
  const { bars: drawn, axis } = bars([
    ['A', one],
    ['B', other],
  ])
  for (const { box } of drawn) expect(Number.isFinite(box?.width)).toBe(true)
  expect(new Set(axis.texts).size).toBe(axis.texts.length)
})

test('behavior: what is written keeps every digit that pixels cannot hold', () => {
  const { marks } = bars([
    ['A', '9007199254740993123.07'],
    ['B', '1.00'],
  ])
  expect(marks[0]?.facts).toEqual([{ title: 'Amount', text: '$9,007,199,254,740,993,123.07' }])
})

test('behavior: a missing value is a gap in the line, and no mark', () => {
  const { chart, frame } = framed(
    [month, amount],
    [
      ['2026-03', '3'],
      ['2026-01', '1'],
      ['2026-02', null],
    ],
  )
  const { lines, marks } = layoutLines(chart as LineChart, frame)
  expect(lines[0]?.points.map(({ y }) => y === null)).toEqual([false, true, false])
  expect(marks.map(({ label }) => label)).toEqual(['Jan 2026', 'Mar 2026'])
})

test('behavior: arrow keys move along a line and between lines', () => {
  const mark = (row: number, column: number) => ({ place: 0, row, column, x: 0, y: 0, label: '', facts: [] })
  const marks = [mark(0, 0), mark(0, 1), mark(0, 2), mark(1, 0), mark(1, 2)]
  const move = (from: number, key: string, rightToLeft = false) => moveInMarks({ marks, from, key, rightToLeft })
  expect(move(0, 'ArrowRight')).toBe(1)
  expect(move(3, 'ArrowRight')).toBe(4)
  expect(move(2, 'ArrowRight')).toBe(2)
  expect(move(2, 'ArrowDown')).toBe(4)
  expect(move(4, 'ArrowUp')).toBe(2)
  expect(move(1, 'ArrowRight', true)).toBe(0)
  expect(move(1, 'End')).toBe(4)
  expect(move(1, 'a')).toBeUndefined()
  expect(moveInMarks({ marks: marks.slice(0, 3), from: 0, key: 'ArrowDown', rightToLeft: true })).toBe(1)
})

test('parameters: what is no number is a gap', () => {
  expect([null, 'n/a', Number.NaN, '-1.5', 2].map((value) => toPixelNumber(value))).toEqual([null, null, null, -1.5, 2])
})

test('behavior: a long line runs through every value, and of those so many can be pointed at, each with its own time', () => {
  const day: Column = { name: 'order_date', title: 'Day', type: 'date', role: 'dimension' }
  const dayAt = (index: number) => new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10)
  const cells = Array.from({ length: 1_461 }, (_, index): Cell[] => [dayAt(index), `${index}.00`])
  const { chart, frame } = framed([day, amount], cells)
  const { lines, marks, axisTimes } = layoutLines(chart as LineChart, frame)
  expect(lines[0]?.points).toHaveLength(1_461)
  expect(marks).toHaveLength(487)
  expect(marks[1]).toMatchObject({ label: 'Jan 4, 2022', place: 3, facts: [{ title: 'Amount', text: '$3.00' }] })
  expect(axisTimes.length).toBeLessThan(8)
  expect(cutNote(chart!, en, frame.format)).toBe('The line runs through every value; one in 3 can be pointed at.')
})
