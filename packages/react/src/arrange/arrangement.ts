import type { ResultRows } from '../results/types.ts'
import type { ArrangeJob, FindJob, JobSettings } from './engine/jobs.ts'
import type { Arrangement } from './types.ts'

/** What a reader of a result asks for at this moment. */
export type Wanted = { rows: ResultRows; arrangement: Arrangement; settings: JobSettings }

/** Whether lines are other than the rows as they came. */
export function changesLines({ sort, filters, groupBy }: Pick<Arrangement, 'sort' | 'filters' | 'groupBy'>): boolean {
  return sort.length > 0 || filters.length > 0 || groupBy !== null
}

/** Whether more rows may come. */
export function isArriving({ status }: ResultRows): boolean {
  return status !== 'complete' && status !== 'cut' && status !== 'expired' && status !== 'failed'
}

/** Whether every row that came is still held. */
export function isWhole({ held }: ResultRows): boolean {
  return held !== 'window'
}

/** Puts every row in order that is here now. */
export function arrangeJobOf({ rows, arrangement: { sort, filters, groupBy, aggregates } }: Wanted): ArrangeJob {
  return { type: 'arrange', sort, filters, groupBy, aggregates, rowCount: rows.rowCount }
}

/** Names an order, however many rows are in it. */
export function orderKey({ sort, filters, groupBy, aggregates }: Omit<ArrangeJob, 'rowCount' | 'type'>): string {
  return JSON.stringify([sort, filters, groupBy, aggregates])
}

/** Where and what is looked for; `undefined` when nothing is. */
export function searchOf({
  rows,
  arrangement: { find, findIn },
}: Wanted): Pick<FindJob, 'text' | 'columns'> | undefined {
  const text = find?.trim()
  return text ? { text, columns: findIn ?? rows.columns.map((_column, columnIndex) => columnIndex) } : undefined
}
