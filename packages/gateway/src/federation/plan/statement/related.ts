import type { Condition } from '../../../ask/intent.ts'
import { joinsOf } from '../../../semantic/compile/compileExpression.ts'
import { compileFrom } from '../../../semantic/compile/compileFrom.ts'
import type { Entity, MetricView, SemanticModel } from '../../../semantic/port.ts'
import { columnName } from '../../../semantic/sqlText.ts'
import type { Dialect } from '../../../sources/port.ts'
import { entityNamed, keyIn, viewNamed } from '../reach/routes.ts'
import { PlanError, type Statement } from '../types.ts'
import { createWriter, keySql, rangesSql, rowsSql, type Writer } from './members.ts'

export type RelatedCondition = Extract<Condition, { kind: 'related' }>

/** Whether records that must (not) have rows elsewhere have them at another source. */
export function isElsewhere(condition: RelatedCondition, source: string, model: SemanticModel): boolean {
  return viewNamed(condition.view, model).sourceId !== source
}

/** Keys of an entity that occur in another view. */
export function relatedKeys(condition: RelatedCondition, model: SemanticModel, dialect: Dialect): Statement {
  const entity = entityNamed(condition.entity, model)
  const view = viewNamed(condition.view, model)
  const key = keyOf(view, entity)
  const write = (qualified: boolean) => {
    const writer = createWriter(view, dialect, qualified)
    const sql = writer.member(key)
    const where = [`${sql} is not null`, ...writer.filter(), ...ownConditions(condition, writer)]
    return { writer, sql, where }
  }
  const joins = joinsOf(view, write(true).writer.nodes)
  const { sql, where } = write(joins.size > 0)
  return {
    select: [{ sql, name: columnName(entity.key) }],
    distinct: true,
    from: compileFrom(view, joins, dialect),
    where,
    groupBy: [],
    having: [],
    orderBy: [],
  }
}

function ownConditions(condition: RelatedCondition, writer: Writer): string[] {
  const ranges =
    condition.ranges.length > 0 ? [rangesSql(writer.time(undefined), condition.ranges, writer.dialect)] : []
  const own = condition.measure === undefined ? [] : rowsSql(condition.measure, false, writer)
  return [...ranges, ...own]
}

function keyOf(view: MetricView, entity: Entity): string {
  const key = keyIn(view, entity)
  if (key === undefined)
    throw new PlanError(`${view.name} does not say which ${entity.title.toLowerCase()} a row is of.`)
  return key
}

/** `account_id = 42`, for the record that the question is asked from. */
export function recordSql(
  condition: Extract<Condition, { kind: 'record' }>,
  writer: Writer,
  model: SemanticModel,
): string {
  const key = keyOf(writer.view, entityNamed(condition.entity, model))
  return `${writer.member(key)} = ${keySql(condition.id, writer.view, key, writer.dialect)}`
}
