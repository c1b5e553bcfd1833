import type { Cell, Column } from '@lakefront/react'
import { columnTitle } from '../../format/cell.ts'
import type { Format } from '../../format/createFormat.ts'
import type { RecordReference, VisibleColumn } from '../../result-table/ResultTableContext.ts'
import type { ChartRows } from '../types.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type Fact = { title: string; text: string }

/** One value of a chart: what it is called and says, where it is, and the record behind it. */
export type Mark = {
  /** Row of the table. */
  place: number
  /** For the arrow keys: marks stand in rows and columns. */
  row: number
  column: number
  /** What the tooltip points at. */
  x: number
  y: number
  /** Where the pointer means this mark; without it, wherever it is the nearest. */
  boxes?: readonly Box[] | undefined
  label: string
  facts: readonly Fact[]
  record?: RecordReference | undefined
}

/** What a layout needs to know of its surroundings. */
export type Frame = {
  width: number
  rightToLeft: boolean
  rows: ChartRows
  format: Format
  /** What stands for a missing value. */
  emptyText: string
}

/** Where a distance from the side at which reading starts is on the drawing. */
export const fromStart = ({ width, rightToLeft }: Frame, distance: number) =>
  rightToLeft ? width - distance : distance

/** A rectangle between two places of the inline axis, whichever comes first. */
export function boxBetween(from: number, to: number, y: number, height: number): Box {
  return { x: Math.min(from, to), y, width: Math.abs(to - from), height }
}

/** What a cell says, to the last digit. */
export function textOf({ rows, format, emptyText }: Frame, place: number, column: VisibleColumn): string {
  return writeCell(rows.valueAt(place, column), column, format, emptyText)
}

function writeCell(value: Cell, column: Column, format: Format, emptyText: string): string {
  return value === null ? emptyText : format.cell(value, column)
}

/** The name and value of each column, as the tooltip and the data table say them. */
export function factsOf(frame: Frame, place: number, columns: readonly (VisibleColumn | undefined)[]): Fact[] {
  return columns
    .filter((column) => column !== undefined)
    .map((column) => ({ title: columnTitle(column), text: textOf(frame, place, column) }))
}

/** The record behind a row, as the table would open it. */
export function recordAt({ columns, valueAt }: ChartRows, place: number): RecordReference | undefined {
  for (const column of columns) {
    const { opens, keyIndex } = column
    if (!opens || keyIndex === undefined) continue
    const key = { ...column, columnIndex: keyIndex }
    const [id, label] = [valueAt(place, key), valueAt(place, column)]
    if (id !== null && label !== null) return { entity: opens.entity, id: String(id), label: String(label) }
  }
  return undefined
}
