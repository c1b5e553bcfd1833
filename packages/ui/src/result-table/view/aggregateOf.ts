import type { AggregateName, Column } from '@lakefront/react'
import { isNumberColumn, isQuantity } from '../../format/number.ts'
import type { TableView } from './types.ts'

/** What a column may be summed up as: numbers in every way that means something, the others by counting. */
export function aggregatesFor(column: Column): readonly AggregateName[] {
  if (isNumberColumn(column) && isQuantity(column)) {
    const amounts: AggregateName[] = ['average', 'minimum', 'maximum', 'count', 'distinct-count']
    return isPart(column) ? amounts : ['sum', ...amounts]
  }
  const isTime = column.type === 'date' || column.type === 'timestamp'
  return isTime ? ['minimum', 'maximum', 'count', 'distinct-count'] : ['count', 'distinct-count']
}

/** What is said of a column unless somebody chose otherwise: amounts are added up, parts of a whole never. */
export function aggregateOf(column: Column, { aggregates }: Pick<TableView, 'aggregates'>): AggregateName | null {
  const chosen = aggregates[column.name]
  if (chosen !== undefined) return chosen
  if (!isNumberColumn(column) || !isQuantity(column)) return null
  return isPart(column) ? 'average' : 'sum'
}

/** Percents do not add up to anything. */
function isPart({ unit, role }: Column): boolean {
  return unit === 'percent' || role === 'share' || role === 'change'
}

/** The column in which an aggregate is written: counts are counts, whatever was counted. */
export function aggregateColumn(column: Column, aggregate: AggregateName): Column {
  if (aggregate === 'count' || aggregate === 'distinct-count') {
    return { name: column.name, type: 'integer', unit: 'count' }
  }
  return column
}
