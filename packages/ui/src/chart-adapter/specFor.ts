import type { ChartSpec } from '@lakefront/react'
import { toPixelNumber } from '../chart/layout/toPixelNumber.ts'
import type { ChartRows } from '../chart/types.ts'
import { isNumberColumn } from '../format/number.ts'
import type { VisibleColumn } from '../result-table/ResultTableContext.ts'
import { safeSpec } from './safeSpec.ts'

/** More would hold up the page; how many are left out is said. */
export const mostRowsOfSpec = 5_000

/** The specification with our rows in it; `undefined` when it is not safe, or names what the result does not have. */
export function specFor(spec: ChartSpec['spec'], rows: ChartRows): ChartSpec['spec'] | undefined {
  const safe = safeSpec(spec)
  if (!safe || !fits(safe, rows.columns)) return undefined
  const isOneView = 'mark' in safe || 'layer' in safe
  return { ...safe, data: { values: valuesOf(rows) }, ...(isOneView && { width: 'container' }) }
}

function valuesOf({ columns, rowCount, valueAt }: ChartRows) {
  return Array.from({ length: Math.min(rowCount, mostRowsOfSpec) }, (_, place) => ({
    ...Object.fromEntries(columns.map((column) => [column.name, drawn(valueAt(place, column), column)])),
    lakefrontRow: place,
  }))
}

/** For the drawing only: what people read to the last digit is in the table. */
const drawn = (value: ReturnType<ChartRows['valueAt']>, column: VisibleColumn) =>
  isNumberColumn(column) ? toPixelNumber(value) : value

/** A drawing of fields that are not there would be an empty one. What transforms make is not known here. */
function fits(spec: ChartSpec['spec'], columns: readonly VisibleColumn[]): boolean {
  if ('transform' in spec) return true
  const names = new Set(columns.map(({ name }) => name))
  return fieldsOf(spec.encoding).every((field) => names.has(field))
}

function fieldsOf(encoding: unknown): string[] {
  if (typeof encoding !== 'object' || encoding === null) return []
  return Object.values(encoding).flatMap((channel) => (typeof channel?.field === 'string' ? [channel.field] : []))
}
