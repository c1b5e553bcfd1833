import type { Entity } from '../../../semantic/port.ts'
import { columnName, identifier } from '../../../semantic/sqlText.ts'
import { baseAlias, placedJoins } from '../../../semantic/viewTables.ts'
import { keyIn, routeDimension } from '../reach/routes.ts'
import { conditionsOn, entityStatement } from '../statement/entity.ts'
import type { Writer } from '../statement/members.ts'
import { pairsAlias, pairsTable, writeStatement } from '../statement/statement.ts'
import type { Branch } from '../types.ts'
import type { BranchInput, RemoteEntity } from './types.ts'

/** Joins the records of an entity that lies at the same source. */
export function recordsJoin(
  entity: Entity,
  { branch, intent, outputs, model, dialect }: BranchInput,
  writer: Writer,
): string {
  const shown = outputs.filter(({ use, part }) => {
    const route = routeDimension(use, part, branch.view, model)
    return route?.kind === 'entity' && route.entity.name === entity.name
  })
  const conditions = conditionsOn(entity, intent.conditions).filter(({ kind }) => kind !== 'record' && kind !== 'rows')
  const records = writeStatement(entityStatement({ entity, model, dialect, outputs: shown, conditions }), dialect)
  const alias = aliasOf(entity, branch)
  const key = `${alias}.${identifier(columnName(entity.key), dialect)}`
  const join = conditions.length > 0 ? 'join' : 'left join'
  return `${join} (${records}) as ${alias} on ${key} = ${writer.member(keyIn(branch.view, entity)!)}`
}

/** What the records of an entity are called in a branch’s statement. */
export function aliasOf(entity: Entity, { view }: Branch): string {
  const taken = new Set([baseAlias(view), ...placedJoins(view).map(({ name }) => name)])
  const alias = columnName(entity.name)
  return taken.has(alias) ? `${alias}_record` : alias
}

/** Joins the groups of records elsewhere, which come with their keys. */
export function groupsJoin(
  { branch, dialect }: BranchInput,
  remotes: readonly RemoteEntity[],
  name: string,
  writer: Writer,
): string {
  const { entity, isFiltered } = remotes.find((remote) => remote.entity.name === name)!
  const key = writer.member(keyIn(branch.view, entity)!)
  return `${isFiltered ? 'join' : 'left join'} ${pairsTable(dialect)} on ${pairsAlias}.record_key = ${key}`
}
