import type { Cell } from '@lakefront/contract'
import { exactText } from '../columns/exactText.ts'
import type { BigintVector, NumberVector } from '../columns/vector.ts'

/** Stands where there is no row. */
export const noRow = 0xffffffff

/** One value for each group: computed, or the row of the result that has it (`noRow`: there is none). */
export type AggregateValues = NumberVector | BigintVector | { kind: 'rows'; rows: Uint32Array }

/** What is written in the cell of an aggregate. */
export function aggregateCell(values: AggregateValues, group: number, cellAt: (row: number) => Cell): Cell {
  if (values.kind === 'rows') return values.rows[group] === noRow ? null : cellAt(values.rows[group]!)
  if (values.nulls[group]) return null
  if (values.scale !== null) return exactText(values.values[group]!, values.scale)
  const value = Number(values.values[group]!)
  return Number.isFinite(value) ? value : String(value)
}
