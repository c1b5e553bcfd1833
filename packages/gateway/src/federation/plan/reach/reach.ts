import type { MemberRef } from '../../../ask/intent.ts'
import type { Entity, MetricView, SemanticModel } from '../../../semantic/port.ts'
import { keyIn, routeMember } from './routes.ts'

/** How far a member lies from a view: 0 its own, 1 by an entity, 2 by a namesake; `undefined` when out of reach. */
export function distanceOf(ref: MemberRef, view: MetricView, model: SemanticModel): 0 | 1 | 2 | undefined {
  const route = routeMember(ref, view, model)
  if (!route) return undefined
  if (route.kind === 'entity') return 1
  return ref.view === view.name ? 0 : 2
}

/** Whether rows of a view can be told apart by an entity. */
export const knowsEntity = (view: MetricView, entity: Entity) => keyIn(view, entity) !== undefined

/** Views whose dimensions can be used with any of these views: they themselves and those of the entities they reference. */
export function reachableViews(views: readonly MetricView[], model: SemanticModel): MetricView[] {
  const entities = [...model.entities.values()].filter((entity) => views.some((view) => knowsEntity(view, entity)))
  const names = new Set([...views.map(({ name }) => name), ...entities.map(({ view }) => view)])
  return [...model.views.values()].filter(({ name }) => names.has(name))
}
