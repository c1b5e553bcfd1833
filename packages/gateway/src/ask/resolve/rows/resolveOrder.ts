import type { MetricView } from '../../../semantic/port.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import type { Draft } from '../../draft/types.ts'
import { type DimensionUse, type Having, type Intent, type MeasureUse, type Order, sameMeasure } from '../../intent.ts'
import { measuresOf } from '../../read/claims.ts'
import { textOf } from '../../read/tokens.ts'
import type { DraftContext } from '../context.ts'
import { countFitting } from '../measures/fitting.ts'
import { isReadingOf } from '../measures/isReadingOf.ts'
import { resolveDimension, resolveMeasure } from '../resolveTerms.ts'

/** Settles what rows are sorted by. */
export function resolveOrder(
  draft: Draft,
  measures: readonly MeasureUse[],
  dimensions: readonly DimensionUse[],
  views: readonly MetricView[],
  context: DraftContext,
): Order | undefined {
  const { order } = draft
  if (!order) return undefined
  if (order.isAlphabetical) return { by: 'dimension', index: 0, descending: order.descending }
  const { term } = order
  if (!term)
    return measures[0]
      ? { by: 'measure', measure: measures[0], descending: order.descending }
      : { by: 'dimension', index: 0, descending: order.descending }
  const known = measures.find((use) => isReadingOf(use, term))
  if (known) return { by: 'measure', measure: known, descending: order.descending }
  if (measuresOf(term).length > 0) {
    const fits = (view: MetricView) => countFitting(draft, view, context.model)
    return {
      by: 'measure',
      measure: { kind: 'measure', ref: resolveMeasure(term, fits, context, []) },
      descending: order.descending,
    }
  }
  const wanted = JSON.stringify(resolveDimension(term, views, context))
  const index = dimensions.findIndex((use) => JSON.stringify(use) === wanted)
  if (index < 0) {
    const word = textOf(context.question, context.tokens, term.from, term.to)
    throw askAgain([word], `The answer has no ${word} to sort by.`, [])
  }
  return { by: 'dimension', index, descending: false }
}

/** Figures that rows are compared or ordered by are shown too. */
export function withOrdering(
  own: readonly MeasureUse[],
  order: Order | undefined,
  having: readonly Having[],
  before: Intent,
): MeasureUse[] {
  const extra = [...(order?.by === 'measure' ? [order.measure] : []), ...having.map(({ measure }) => measure)]
  const base = own.length > 0 ? own : before.measures
  const missing = extra.filter(
    (use, index) =>
      !base.some((other) => sameMeasure(use, other)) && extra.findIndex((other) => sameMeasure(use, other)) === index,
  )
  if (own.length === 0 && missing.length === 0) return []
  return [...base, ...missing]
}
