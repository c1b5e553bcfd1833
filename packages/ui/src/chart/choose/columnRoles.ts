import { isNumberColumn } from '../../format/number.ts'
import { isTimeValue } from '../../format/timeValue.ts'
import type { VisibleColumn } from '../../result-table/ResultTableContext.ts'
import type { ChartRows } from '../types.ts'

export type ColumnRoles = {
  times: readonly VisibleColumn[]
  categories: readonly VisibleColumn[]
  measures: readonly VisibleColumn[]
  share?: VisibleColumn | undefined
  change?: VisibleColumn | undefined
}

const namesSomething = /(^|_)(id|key|year|quarter|month|week|day|number|code|zip)$/i
const timeName = /(^|_)(year|quarter|month|week|day|date)$/i
const valuesLookedAt = 50

/** What each column is to a chart, by the role that the gateway gave it, else by its type and name. */
export function columnRoles({ columns, rowCount, valueAt }: ChartRows): ColumnRoles {
  const measures = columns.filter(isMeasure)
  const others = columns.filter((column) => !isNumberColumn(column) || isDimension(column))
  const times = others.filter(isTime)
  return {
    times,
    categories: others.filter((column) => !times.includes(column)),
    measures,
    share: columns.find(({ role }) => role === 'share'),
    change: columns.find(({ role }) => role === 'change'),
  }

  function isTime(column: VisibleColumn): boolean {
    const { type, name } = column
    if (type === 'date' || type === 'timestamp') return true
    if ((type !== 'text' && type !== 'integer') || !timeName.test(name)) return false
    const looked = Array.from({ length: Math.min(rowCount, valuesLookedAt) }, (_, place) => valueAt(place, column))
    return looked.every((value) => value === null || isTimeValue(value))
  }
}

function isMeasure(column: VisibleColumn): boolean {
  if (column.role) return column.role === 'measure' && isNumberColumn(column)
  return isNumberColumn(column) && !isDimension(column)
}

function isDimension({ role, name, unit }: VisibleColumn): boolean {
  return role ? role === 'dimension' || role === 'key' : !unit && namesSomething.test(name)
}
