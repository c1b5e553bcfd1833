import { reachableViews } from '../../federation/plan/reach/reach.ts'
import type { MetricView, SemanticModel } from '../../semantic/port.ts'
import type { Intent } from '../intent.ts'
import { type Claim, dimensionsOf, entityOf, measuresOf } from '../read/claims.ts'

/** Views whose values could be meant: those of the measures named or remembered, with their entities; else all. */
export function searchedViews(
  claims: readonly Claim[],
  memory: Intent | undefined,
  model: SemanticModel,
): MetricView[] {
  const terms = claims.filter((claim) => claim.kind === 'term')
  const measured = terms.flatMap((claim) => measuresOf(claim).map(({ view }) => view))
  const grouped = terms.flatMap((claim) => {
    const entity = entityOf(claim)
    return [...dimensionsOf(claim).map(({ view }) => view), ...(entity ? [model.entities.get(entity)!.view] : [])]
  })
  const named = measured.length > 0 ? measured : grouped
  const remembered = memory?.measures.flatMap((use) =>
    use.kind === 'measure' ? [use.ref.view] : use.kind === 'ratio' ? [use.over.view, use.under.view] : [],
  )
  const names = new Set([...named, ...(remembered ?? []), ...(memory?.list ? [memory.list.view] : [])])
  if (names.size === 0) return [...model.views.values()]
  return reachableViews(
    [...names].map((name) => model.views.get(name)!),
    model,
  )
}
