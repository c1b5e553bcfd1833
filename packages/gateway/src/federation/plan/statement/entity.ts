import type { Condition } from '../../../ask/intent.ts'
import { joinsOf } from '../../../semantic/compile/compileExpression.ts'
import { compileFrom } from '../../../semantic/compile/compileFrom.ts'
import type { Entity, SemanticModel } from '../../../semantic/port.ts'
import { columnName } from '../../../semantic/sqlText.ts'
import type { Dialect } from '../../../sources/port.ts'
import { viewNamed } from '../reach/routes.ts'
import type { OutputDimension, Statement } from '../types.ts'
import { grainSql } from './grain.ts'
import { conditionSql, createWriter } from './members.ts'
import { isElsewhere, recordSql, relatedKeys } from './related.ts'
import { writeStatement } from './statement.ts'

/** The conditions of a question that an entity's own view answers. */
export function conditionsOn(entity: Entity, conditions: readonly Condition[]): Condition[] {
  return conditions.filter((condition) => {
    if (condition.kind === 'rows') return false
    return condition.kind === 'record' || condition.kind === 'related'
      ? condition.entity === entity.name
      : condition.ref.view === entity.view
  })
}

export type EntityStatementOptions = {
  entity: Entity
  model: SemanticModel
  dialect: Dialect
  /** Dimensions of the answer that come from this entity's view. */
  outputs: readonly OutputDimension[]
  conditions: readonly Condition[]
}

/** Records of an entity: the key, what the answer shows of them, and only those that meet the conditions. */
export function entityStatement({ entity, model, dialect, outputs, conditions }: EntityStatementOptions): Statement {
  const view = viewNamed(entity.view, model)
  const write = (qualified: boolean) => {
    const writer = createWriter(view, dialect, qualified)
    const select = [
      { sql: writer.member(entity.key), name: columnName(entity.key) },
      ...outputs
        .filter(({ part }) => part !== 'key')
        .map((output) => ({ sql: attributeSql(output, entity, writer.member, dialect), name: output.name })),
    ]
    const where = [...writer.filter(), ...conditions.flatMap((condition) => entityCondition(condition, entity))]
    return { writer, select, where }

    function entityCondition(condition: Condition, { key }: Entity): string[] {
      if (condition.kind === 'record') return [recordSql(condition, writer, model)]
      if (condition.kind === 'rows') return []
      if (condition.kind !== 'related') return [conditionSql(condition, condition.ref.member, writer)]
      if (isElsewhere(condition, view.sourceId, model)) return []
      const keys = writeStatement(relatedKeys(condition, model, dialect), dialect)
      return [`${writer.member(key)} ${condition.exclude ? 'not in' : 'in'} (${keys})`]
    }
  }
  const joins = joinsOf(view, write(true).writer.nodes)
  const { select, where } = write(joins.size > 0)
  const from = compileFrom(view, joins, dialect)
  return { select, from, where, groupBy: [], having: [], orderBy: [] }
}

function attributeSql(
  output: OutputDimension,
  entity: Entity,
  member: (name: string) => string,
  dialect: Dialect,
): string {
  const { use } = output
  if (use.kind === 'entity') return member(entity.label)
  if (use.kind === 'time') return member(entity.key)
  return use.grain ? grainSql(member(use.ref.member), use.grain, dialect) : member(use.ref.member)
}

/** Whether an entity's view lies at the same source and none of its conditions looks at another one. */
export function isLocal(
  entity: Entity,
  source: string,
  conditions: readonly Condition[],
  model: SemanticModel,
): boolean {
  if (viewNamed(entity.view, model).sourceId !== source) return false
  return conditionsOn(entity, conditions).every(
    (condition) => condition.kind !== 'related' || !isElsewhere(condition, source, model),
  )
}
