import type { Condition, DimensionUse, MemberRef } from '../../../ask/intent.ts'
import type { Entity, MetricView, SemanticModel } from '../../../semantic/port.ts'
import { PlanError, type Route } from '../types.ts'

/** The dimension of a view that holds an entity's key, if the view knows the entity. */
export function keyIn(view: MetricView, entity: Entity): string | undefined {
  return view.name === entity.view ? entity.key : entity.references[view.name]
}

/** Finds where a view gets a member of any view from; `undefined` when nothing ties them together. */
export function routeMember(ref: MemberRef, view: MetricView, model: SemanticModel): Route | undefined {
  if (ref.view === view.name) return { kind: 'own', member: ref.member }
  const entity = [...model.entities.values()].find(
    (candidate) => candidate.view === ref.view && candidate.references[view.name] !== undefined,
  )
  if (entity) return { kind: 'entity', entity, member: ref.member }
  return sameNamed(ref, view, model)
}

/** Two views that call a dimension the same, such as warehouse, mean the same by it. */
function sameNamed(ref: MemberRef, view: MetricView, model: SemanticModel): Route | undefined {
  const asked = model.views.get(ref.view)?.dimensions.find(({ name }) => name === ref.member)
  const twin = view.dimensions.find(
    ({ name, displayName }) => name === ref.member && displayName === (asked?.displayName ?? displayName),
  )
  return twin ? { kind: 'own', member: twin.name } : undefined
}

/** Finds where a view gets a dimension of the answer from. */
export function routeDimension(
  use: DimensionUse,
  part: 'key' | 'label' | undefined,
  view: MetricView,
  model: SemanticModel,
): Route | undefined {
  if (use.kind === 'time') return view.timeDimension ? { kind: 'own', member: view.timeDimension } : undefined
  if (use.kind === 'member') return routeMember(use.ref, view, model)
  const entity = entityNamed(use.entity, model)
  const key = keyIn(view, entity)
  if (key === undefined) return undefined
  if (part === 'key') return { kind: 'own', member: key }
  return view.name === entity.view
    ? { kind: 'own', member: entity.label }
    : { kind: 'entity', entity, member: entity.label }
}

/** Whether a condition can be applied to a view at all. */
export function isApplicable(condition: Condition, view: MetricView, model: SemanticModel): boolean {
  if (condition.kind === 'record' || condition.kind === 'related') {
    return keyIn(view, entityNamed(condition.entity, model)) !== undefined
  }
  if (condition.kind === 'rows') return condition.ref.view === view.name
  return routeMember(condition.ref, view, model) !== undefined
}

/** The entity of that name. */
export function entityNamed(name: string, model: SemanticModel): Entity {
  const entity = model.entities.get(name)
  if (!entity) throw new PlanError(`There is no entity "${name}".`)
  return entity
}

/** The view of that name. */
export function viewNamed(name: string, model: SemanticModel): MetricView {
  const view = model.views.get(name)
  if (!view) throw new PlanError(`There is no metric view "${name}".`)
  return view
}
