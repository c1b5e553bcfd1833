import { knowsEntity } from '../../../federation/plan/reach/reach.ts'
import type { MetricView } from '../../../semantic/port.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import type { Draft } from '../../draft/types.ts'
import type { Condition, MeasureUse, MemberRef } from '../../intent.ts'
import { measuresOf } from '../../read/claims.ts'
import { textOf } from '../../read/tokens.ts'
import type { ResolveContext } from '../resolveTerms.ts'

/** `accounts without orders in 2026`: records that have no rows behind a measure. */
export function resolveRelated(
  draft: Draft,
  views: readonly MetricView[],
  measures: readonly MeasureUse[],
  context: ResolveContext,
): Condition[] {
  return draft.related.map(({ term, exclude }): Condition => {
    const refs = measuresOf(term)
    const own = refs.find((ref) => views.some(({ name }) => name === ref.view))
    if (measures.length > 0 && own && exclude) return rowsCondition(own, term, context)
    const entity = [...context.model.entities.values()].find(
      (candidate) =>
        views.some((view) => knowsEntity(view, candidate)) &&
        refs.some((ref) => knowsEntity(context.model.views.get(ref.view)!, candidate)),
    )
    const ref = refs.find((candidate) => entity && knowsEntity(context.model.views.get(candidate.view)!, entity))
    if (!entity || !ref) throw cannotRelate(term, context)
    const isOfRecords = measures.every(({ kind }) => kind === 'records')
    const times = draft.times.filter(({ of }) => of === term || (isOfRecords && of === undefined))
    const ranges = times.flatMap(({ ranges: all }) => all)
    return { kind: 'related', entity: entity.name, view: ref.view, measure: ref.member, ranges, exclude }
  })
}

/** `revenue without returns`: the rows that another measure counts are left out. */
function rowsCondition(ref: MemberRef, term: { from: number; to: number }, context: ResolveContext): Condition {
  const measure = context.model.views.get(ref.view)!.measures.find(({ name }) => name === ref.member)!
  if (!/\bfilter\s*\(\s*where\b/i.test(measure.expression)) throw cannotRelate(term, context)
  return { kind: 'rows', ref, exclude: true }
}

function cannotRelate({ from, to }: { from: number; to: number }, { question, tokens }: ResolveContext) {
  const word = textOf(question, tokens, from, to)
  return askAgain([word], `I do not know how to leave out "${word}" here.`, [])
}
