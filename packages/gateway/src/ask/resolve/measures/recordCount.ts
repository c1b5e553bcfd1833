import type { Dimension, Measure, MetricView, SemanticModel } from '../../../semantic/port.ts'
import type { DimensionUse } from '../../intent.ts'
import { fold, stem } from '../../read/fold.ts'

/** A measure that counts records. */
export type RecordCount = {
  measure: Measure
  /** Which rows it counts, as SQL; none means all. */
  filter: string | undefined
  /** Each row of the view is one record; else records are told apart by a column. */
  isOfRows: boolean
}

const filterOf = (expression: string) => /\bfilter\s*\(\s*where\s+(.*)\)/i.exec(expression)?.[1]?.trim()

/** The measure as a count of records, if it is one. */
export function countOf(view: MetricView, name: string): RecordCount | undefined {
  const measure = view.measures.find((candidate) => candidate.name === name)!
  const isOfRows = /^\s*count\s*\(\s*(\*|1)\s*\)\s*(filter\s*\(.*\))?\s*$/i.test(measure.expression)
  const isDistinct = /^\s*count\s*\(\s*distinct\s+[\w."`]+\s*\)\s*$/i.test(measure.expression)
  return isOfRows || isDistinct ? { measure, filter: filterOf(measure.expression), isOfRows } : undefined
}

/** What tells such records apart for people: an entity, or a dimension that goes by the noun, such as order number. */
export function labelOf(view: MetricView, count: RecordCount, model: SemanticModel): DimensionUse | undefined {
  const entity = [...model.entities.values()].find((candidate) => candidate.view === view.name)
  if (entity && count.isOfRows) return { kind: 'entity', entity: entity.name }
  const nouns = nounsOf(count)
  const dimension = view.dimensions.find((candidate) => namesOneOf(nouns, candidate))
  return dimension && { kind: 'member', ref: { view: view.name, member: dimension.name } }
}

function nounsOf({ measure }: RecordCount): string[] {
  const words = [measure.displayName, measure.name.replaceAll('_', ' '), ...measure.synonyms]
  return [...new Set(words.map((text) => stem(fold(text).split(' ').at(-1)!)))]
}

/** `Case`, `Contact name` and `ERP order number` name a record; dates, states and keys do not. */
function namesOneOf(nouns: readonly string[], { name, displayName, type }: Dimension): boolean {
  if (/(^|_)id$/i.test(name) || (type !== undefined && type !== 'text')) return false
  const words = fold(displayName).split(' ')
  const last = words.at(-1)!
  if (nouns.includes(last)) return true
  return ['number', 'name', 'subject', 'title'].includes(last) && nouns.includes(words.at(-2) ?? '')
}

/** The money of the records that a count counts: a sum over the very same rows. */
export function amountBeside(view: MetricView, { filter }: RecordCount): Measure | undefined {
  const plain = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').toLowerCase()
  const money = view.measures.filter(
    ({ expression, format }) =>
      format.unit === 'currency' &&
      /^\s*(sum|avg)\s*\(/i.test(expression) &&
      !/nullif|count\s*\(/i.test(expression) &&
      plain(filterOf(expression)) === plain(filter),
  )
  return money.find(({ expression }) => /^\s*sum/i.test(expression)) ?? money[0]
}
