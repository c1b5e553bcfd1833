import type { MetricView } from '../../semantic/port.ts'
import { askAgain } from '../clarify/AskBack.ts'
import type { Draft, Term } from '../draft/types.ts'
import { type MeasureUse, sameMeasure } from '../intent.ts'
import { entityOf, measuresOf } from '../read/claims.ts'
import { textOf } from '../read/tokens.ts'
import type { DraftContext } from './context.ts'
import { countFitting } from './fitting.ts'
import { ratioOf, resolveMeasure } from './resolveTerms.ts'

/** Settles what is measured: what was named, what rows are ranked by, what is counted, or what was done. */
export function resolveMeasures(draft: Draft, context: DraftContext, notes: string[]): MeasureUse[] {
  const fits = (view: MetricView) => countFitting(draft, view, context.model)
  const toUse = (term: Term): MeasureUse => ({ kind: 'measure', ref: resolveMeasure(term, fits, context, notes) })
  const named = draft.measures.map(({ term }) => toUse(term))
  const uses = named.filter((use, index) => named.findIndex((other) => sameMeasure(use, other)) === index)
  const ratios = draft.ratios.reduce(
    (all, { under, asShare }) => ratioOf(all, resolveMeasure(under, fits, context, notes), asShare),
    uses,
  )
  const explicit = ratios.length > 0 ? ratios : rankingMeasure(draft, toUse)
  const own = explicit.length > 0 ? explicit : countedMeasure(draft, toUse)
  if (own.length > 0 || isAboutRecords(draft)) return checkVerbs(own, draft, context)
  return draft.verbs.slice(0, 1).map(toUse)
}

function rankingMeasure({ order, subjects, groups }: Draft, toUse: (term: Term) => MeasureUse): MeasureUse[] {
  const isRanked = order?.term && measuresOf(order.term).length > 0 && (subjects.length > 0 || groups.length > 0)
  return isRanked ? [toUse(order.term!)] : []
}

/** `how many accounts`: a measure that counts them, or the records themselves. */
function countedMeasure(draft: Draft, toUse: (term: Term) => MeasureUse): MeasureUse[] {
  const [subject] = draft.subjects
  if (!subject || subject.isForced || draft.comparisons.length > 0) return []
  const entity = entityOf(subject.term)
  const isGrouped = draft.groups.length > 0 && entity !== undefined
  if (!draft.isCounted && (!isGrouped || draft.verbs.length > 0)) return []
  if (draft.related.length > 0 && !isGrouped) return []
  const isMeasure = measuresOf(subject.term).length > 0
  if (isMeasure && draft.verbs.length === 0 && draft.related.length === 0) return [toUse(subject.term)]
  return entity ? [{ kind: 'records', entity }] : []
}

const isAboutRecords = ({ isCounted, subjects: [subject] }: Draft) =>
  isCounted && subject !== undefined && entityOf(subject.term) !== undefined

/**
 * A verb beside a measure: of the same rows it says nothing new, of counted records it is a condition, and anything else
 * must not be passed over.
 */
function checkVerbs(own: MeasureUse[], draft: Draft, { question, tokens, model }: DraftContext): MeasureUse[] {
  const views = own.flatMap((use) =>
    use.kind === 'measure' ? [use.ref.view] : use.kind === 'ratio' ? [use.over.view, use.under.view] : [],
  )
  for (const verb of draft.verbs) {
    if (measuresOf(verb).some(({ view }) => views.includes(view))) continue
    if (views.length === 0) {
      draft.related.push({ term: verb, exclude: false })
      continue
    }
    const word = textOf(question, tokens, verb.from, verb.to)
    const names = views.map((view) => model.views.get(view)!.name).join(' and ')
    throw askAgain([word], `"${word}" says nothing of ${names}, so they cannot be put together.`, [])
  }
  return own
}
