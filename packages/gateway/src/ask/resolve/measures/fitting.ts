import { distanceOf, knowsEntity } from '../../../federation/plan/reach/reach.ts'
import type { MetricView, SemanticModel } from '../../../semantic/port.ts'
import type { Draft } from '../../draft/types.ts'
import { dimensionsOf, entityOf } from '../../read/claims.ts'

/** How much of the rest of a question a view can answer. */
export function countFitting(draft: Draft, view: MetricView, model: SemanticModel): number {
  const groups = draft.groups.flatMap((group) => (group.kind === 'term' ? [group.term] : []))
  const terms = [...groups, ...draft.subjects.map(({ term }) => term)]
  const fitsTerm = terms.filter((term) => {
    const entity = entityOf(term)
    const isEntity = entity !== undefined && knowsEntity(view, model.entities.get(entity)!)
    return isEntity || dimensionsOf(term).some((ref) => distanceOf(ref, view, model) !== undefined)
  })
  const fitsValue = draft.values.filter(({ claim, bound }) =>
    (bound ?? claim.found.map(({ ref }) => ref)).some((ref) => distanceOf(ref, view, model) !== undefined),
  )
  return fitsTerm.length + fitsValue.length
}
