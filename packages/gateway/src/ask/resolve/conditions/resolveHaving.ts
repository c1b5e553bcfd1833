import { measureOf } from '../../../federation/plan/answer/outputs.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import { missingMeasure } from '../../clarify/missingMeasure.ts'
import type { Draft } from '../../draft/types.ts'
import type { Comparison, Having, MeasureUse } from '../../intent.ts'
import { hundredth } from '../../read/comparisons.ts'
import type { DraftContext } from '../context.ts'
import { isReadingOf } from '../measures/isReadingOf.ts'

/** Settles which figure each comparison is about. */
export function resolveHaving(draft: Draft, measures: readonly MeasureUse[], context: DraftContext): Having[] {
  const compared = draft.comparisons.flatMap(({ measure: term, attribute, comparison, isPercent }): Having[] => {
    if (attribute) return []
    const measure = term ? measures.find((use) => isReadingOf(use, term)) : measures.at(-1)
    if (!measure) throw missingMeasure(draft, context)
    return [percentHaving({ measure, comparison }, isPercent, context)]
  })
  const positive = draft.measures.flatMap(({ term, isPositive }): Having[] => {
    const measure = isPositive ? measures.find((use) => isReadingOf(use, term)) : undefined
    const isCount = measure?.kind === 'measure' && measureOf(measure.ref, context.model).type === 'integer'
    return measure && isCount ? [{ measure, comparison: { operator: '>', value: '0' } }] : []
  })
  return [...compared, ...positive]
}

/** `margin over 30 %` compares the percentage that goes with the margin, where the model has one. */
function percentHaving(having: Having, isPercent: boolean, { model }: DraftContext): Having {
  const { measure, comparison } = having
  if (measure.kind !== 'measure') return having
  const { format, displayName } = measureOf(measure.ref, model)
  if (format.unit === 'percent') return isPercent ? having : { measure, comparison: inHundredths(comparison) }
  if (!isPercent) return having
  const sibling = model.views
    .get(measure.ref.view)!
    .measures.find(
      (other) =>
        other.format.unit === 'percent' && other.displayName.toLowerCase().startsWith(displayName.toLowerCase()),
    )
  if (!sibling) throw askAgain([displayName], `${displayName} is not a percentage.`, [])
  return { measure: { kind: 'measure', ref: { view: measure.ref.view, member: sibling.name } }, comparison }
}

/** `win rate over 30` means 30 %, `win rate over 0.3` too. */
function inHundredths(comparison: Comparison): Comparison {
  const scale = (value: string) => (Math.abs(Number(value)) > 1 ? hundredth(value) : value)
  if (comparison.operator !== 'between') return { ...comparison, value: scale(comparison.value) }
  return { ...comparison, value: scale(comparison.value), upTo: scale(comparison.upTo) }
}
