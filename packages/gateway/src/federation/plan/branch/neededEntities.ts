import type { Condition, Intent } from '../../../ask/intent.ts'
import type { Entity, SemanticModel } from '../../../semantic/port.ts'
import { columnName } from '../../../semantic/sqlText.ts'
import { entityNamed, keyIn, routeDimension, routeMember } from '../reach/routes.ts'
import { conditionsOn, isLocal } from '../statement/entity.ts'
import { isElsewhere } from '../statement/related.ts'
import { type OutputDimension, PlanError } from '../types.ts'
import type { BranchInput, RemoteEntity } from './types.ts'

/** Entities that this branch needs and that its own statement can read. */
export function findLocals(input: BranchInput): Entity[] {
  return neededEntities(input).filter((entity) =>
    isLocal(entity, input.branch.view.sourceId, input.intent.conditions, input.model),
  )
}

/** Entities that it needs and whose records have to be read in a step of their own. */
export function findRemotes(input: BranchInput): RemoteEntity[] {
  const { branch, intent, outputs, model } = input
  const remote = neededEntities(input).filter(
    (entity) => !isLocal(entity, branch.view.sourceId, intent.conditions, model),
  )
  return remote.map((entity, index) => {
    const conditions = conditionsOn(entity, intent.conditions)
    const isShown = outputs.some((output) => routedTo(output, input)?.name === entity.name)
    const isChecked = checksElsewhere(entity, intent, model)
    const isFirst = remote.findIndex((other) => conditionsOn(other, intent.conditions).length > 0) === index
    const isFiltered = conditions.length > 0
    const keyColumn = outputs.find(
      ({ use, part }) => part === 'key' && use.kind === 'entity' && use.entity === entity.name,
    )
    return {
      entity,
      keyColumn: keyColumn?.name ?? columnName(entity.key),
      isJoined: isShown || isChecked || (isFiltered && !isFirst),
      isFiltered,
    }
  })
}

/** Whether records have to be looked for at another source before it is known that they count. */
export function checksElsewhere(entity: Entity, { conditions }: Intent, model: SemanticModel): boolean {
  return conditionsOn(entity, conditions).some(
    (condition) => condition.kind === 'related' && isElsewhere(condition, sourceOf(entity, model), model),
  )
}

const sourceOf = (entity: Entity, model: SemanticModel) => model.views.get(entity.view)!.sourceId

function neededEntities(input: BranchInput): Entity[] {
  const shown = input.outputs.map((output) => routedTo(output, input))
  const filtered = input.intent.conditions.map((condition) => entityBehind(condition, input))
  const needed = [...shown, ...filtered].filter((entity) => entity !== undefined)
  return needed.filter((entity, index) => needed.findIndex(({ name }) => name === entity.name) === index)
}

function routedTo({ use, part }: OutputDimension, { branch, model }: BranchInput): Entity | undefined {
  const route = routeDimension(use, part, branch.view, model)
  if (!route)
    throw new PlanError(`${titleOf(use, model)} says nothing of ${branch.figures[0]?.title ?? branch.view.name}.`)
  return route.kind === 'entity' ? route.entity : undefined
}

function titleOf(use: OutputDimension['use'], model: SemanticModel): string {
  if (use.kind === 'time') return 'A period'
  if (use.kind === 'entity') return entityNamed(use.entity, model).title
  return (
    model.views.get(use.ref.view)?.dimensions.find(({ name }) => name === use.ref.member)?.displayName ?? use.ref.member
  )
}

/** The entity whose records decide a condition; none when the branch's own view does, or when it does not apply at all. */
function entityBehind(condition: Condition, { branch: { view }, model }: BranchInput): Entity | undefined {
  if (condition.kind === 'record' || condition.kind === 'rows') return undefined
  if (condition.kind === 'related') {
    const entity = entityNamed(condition.entity, model)
    if (keyIn(view, entity) === undefined) return undefined
    const isOwn = entity.view === view.name && !isElsewhere(condition, view.sourceId, model)
    return isOwn ? undefined : entity
  }
  const route = routeMember(condition.ref, view, model)
  return route?.kind === 'entity' ? route.entity : undefined
}

/** Whether the rows are told apart by the records of an entity. */
export const isKeyed = (outputs: readonly OutputDimension[], entity: Entity) =>
  outputs.some(({ use }) => use.kind === 'entity' && use.entity === entity.name)
