import { keyIn } from '../../../federation/plan/reach/routes.ts'
import type { MetricView, SemanticModel } from '../../../semantic/port.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import type { Draft, Term } from '../../draft/types.ts'
import { type MeasureUse, type MemberRef, sameMeasure } from '../../intent.ts'
import { entityOf, measuresOf } from '../../read/claims.ts'
import { textOf } from '../../read/tokens.ts'
import type { DraftContext } from '../context.ts'
import { ratioOf, resolveMeasure } from '../resolveTerms.ts'
import { countFitting } from './fitting.ts'
import { amountBeside, countOf } from './recordCount.ts'

/** Settles what is measured: what was named, what rows are ranked by, what is counted, or what was done. */
export function resolveMeasures(draft: Draft, context: DraftContext, notes: string[]): MeasureUse[] {
  const fits = (view: MetricView) => countFitting(draft, view, context.model)
  const toUse = (term: Term): MeasureUse => {
    const ref = resolveMeasure(term, fits, context, notes)
    return { kind: 'measure', ref: isMoneyAsked(term, draft) ? amountOf(ref, context.model) : ref }
  }
  const named = draft.measures.map(({ term }) => toUse(term))
  const uses = named.filter((use, index) => named.findIndex((other) => sameMeasure(use, other)) === index)
  const ratios = draft.ratios.reduce(
    (all, { under, asShare }) => ratioOf(all, resolveMeasure(under, fits, context, notes), asShare),
    uses,
  )
  const explicit = ratios.length > 0 ? ratios : rankingMeasure(draft, toUse)
  const own = explicit.length > 0 ? explicit : countedMeasure(draft, toUse, context)
  if (own.length > 0 || isAboutRecords(draft)) return checkVerbs(own, draft, context)
  return draft.verbs.slice(0, 1).map(toUse)
}

const isMoneyAsked = (term: Term, { moneyWords }: Draft) => moneyWords.some((word) => word.term === term)

/** `invoice amount`: of records that are counted, the money that goes with them. */
function amountOf(ref: MemberRef, model: SemanticModel): MemberRef {
  const view = model.views.get(ref.view)!
  const count = countOf(view, ref.member)
  const amount = count && amountBeside(view, count)
  return amount ? { view: ref.view, member: amount.name } : ref
}

function rankingMeasure({ order, subjects, groups }: Draft, toUse: (term: Term) => MeasureUse): MeasureUse[] {
  const isRanked = order?.term && measuresOf(order.term).length > 0 && (subjects.length > 0 || groups.length > 0)
  return isRanked ? [toUse(order.term!)] : []
}

/** `how many accounts`: a measure that counts them, or the records themselves. */
function countedMeasure(draft: Draft, toUse: (term: Term) => MeasureUse, { model }: DraftContext): MeasureUse[] {
  const [subject] = draft.subjects
  if (!subject || subject.isForced || draft.comparisons.length > 0) return []
  const entity = entityOf(subject.term)
  if (draft.isCounted && entity && draft.verbs.length > 0) return countOfDoers(entity, draft.verbs, model)
  const isGrouped = draft.groups.length > 0 && entity !== undefined
  if (draft.verbs.length > 0 || (!draft.isCounted && !isGrouped)) return []
  if (draft.related.length > 0 && !isGrouped) return []
  const isMeasure = measuresOf(subject.term).length > 0
  if (isMeasure && draft.related.length === 0) return [toUse(subject.term)]
  return entity ? [{ kind: 'records', entity }] : []
}

/** `how many accounts bought`: the measure of the bought rows that counts accounts, where the model has one. */
function countOfDoers(entityName: string, verbs: readonly Term[], model: SemanticModel): MeasureUse[] {
  const entity = model.entities.get(entityName)!
  return verbs
    .flatMap((verb) => measuresOf(verb))
    .flatMap(({ view: name }): MeasureUse[] => {
      const view = model.views.get(name)!
      const key = view.dimensions.find((dimension) => dimension.name === keyIn(view, entity))?.expression
      const counted = view.measures.find(({ expression }) =>
        new RegExp(`^\\s*count\\s*\\(\\s*distinct\\s+(\\w+\\.)?${key?.replace(/^\w+\./, '')}\\s*\\)\\s*$`, 'i').test(
          expression,
        ),
      )
      return key && counted ? [{ kind: 'measure', ref: { view: name, member: counted.name } }] : []
    })
    .slice(0, 1)
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
