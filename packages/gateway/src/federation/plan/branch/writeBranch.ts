import type { Decomposition } from '../../../semantic/compile/decompose.ts'
import { identifier } from '../../../semantic/sqlText.ts'
import { entityNamed, keyIn, routeDimension, routeMember } from '../reach/routes.ts'
import { grainSql } from '../statement/grain.ts'
import { conditionSql, createWriter, rangesSql, rowsSql, type Writer } from '../statement/members.ts'
import { isElsewhere, recordSql, relatedKeys } from '../statement/related.ts'
import { groupNumber, keysMarker, pairsAlias, writeStatement } from '../statement/statement.ts'
import type { OutputDimension } from '../types.ts'
import { aliasOf } from './joins.ts'
import { isKeyed } from './neededEntities.ts'
import type { BranchInput, RemoteEntity } from './types.ts'

type WriteInput = BranchInput & {
  remotes: readonly RemoteEntity[]
  reducedBy: string | undefined
  groupedBy: string | undefined
  decompositions: ReadonlyMap<string, Decomposition> | undefined
  qualified: boolean
}

/** Writes the pieces of a branch’s statement, but what it reads from. */
export function writeBranch(input: WriteInput) {
  const { branch, intent, dialect, remotes, decompositions } = input
  const writer = createWriter(branch.view, dialect, input.qualified)
  const dimensions = [
    ...input.outputs.flatMap((output) => ownColumn(output, input, writer)),
    ...keyColumns(input, writer),
  ]
  const figures = branch.figures.flatMap(({ name, node }) => {
    const parts = decompositions?.get(name)?.parts ?? [{ name, node }]
    return parts.map((part) => ({ sql: writer.node(part.node), name: `${branch.prefix}${part.name}` }))
  })
  const where = [...writer.filter(), ...rangeConditions(input, writer), ...ownConditions(input, writer)]
  const reducer = remotes.find(({ entity }) => entity.name === input.reducedBy)
  if (reducer && !input.groupedBy)
    where.push(`${writer.member(keyIn(branch.view, reducer.entity)!)} in (${keysMarker})`)
  const isRows = intent.list !== undefined && !intent.list.isDistinct
  return { writer, select: [...dimensions, ...figures], where, groupBy: isRows ? [] : dimensions.map(({ sql }) => sql) }
}

function ownColumn(output: OutputDimension, input: WriteInput, writer: Writer): { sql: string; name: string }[] {
  const { branch, model, dialect } = input
  const route = routeDimension(output.use, output.part, branch.view, model)!
  if (route.kind === 'own') {
    const { use, name } = output
    if (use.kind === 'time') return [{ sql: grainSql(writer.time(branch.shift), use.grain, dialect), name }]
    const sql = writer.member(route.member)
    return [{ sql: use.kind === 'member' && use.grain ? grainSql(sql, use.grain, dialect) : sql, name }]
  }
  const isRemote = input.remotes.some(({ entity }) => entity.name === route.entity.name)
  return isRemote
    ? []
    : [{ sql: `${aliasOf(route.entity, branch)}.${identifier(output.name, dialect)}`, name: output.name }]
}

function keyColumns({ branch, remotes, outputs, groupedBy }: WriteInput, writer: Writer) {
  if (groupedBy) return [{ sql: `${pairsAlias}.${groupNumber}`, name: groupNumber }]
  return remotes
    .filter(({ isJoined, entity }) => isJoined && !isKeyed(outputs, entity))
    .map(({ entity, keyColumn }) => ({ sql: writer.member(keyIn(branch.view, entity)!), name: keyColumn }))
}

function rangeConditions({ branch, dialect }: WriteInput, writer: Writer): string[] {
  if (branch.ranges.length === 0 || !branch.view.timeDimension) return []
  return [rangesSql(writer.time(undefined), branch.ranges, dialect)]
}

function ownConditions({ branch, intent, model, dialect }: WriteInput, writer: Writer): string[] {
  return intent.conditions.flatMap((condition) => {
    if (condition.kind === 'record') {
      return keyIn(branch.view, entityNamed(condition.entity, model)) ? [recordSql(condition, writer, model)] : []
    }
    if (condition.kind === 'rows') {
      return condition.ref.view === branch.view.name ? rowsSql(condition.ref.member, condition.exclude, writer) : []
    }
    if (condition.kind === 'related') {
      const entity = entityNamed(condition.entity, model)
      if (entity.view !== branch.view.name || isElsewhere(condition, branch.view.sourceId, model)) return []
      const keys = writeStatement(relatedKeys(condition, model, dialect), dialect)
      return [`${writer.member(entity.key)} ${condition.exclude ? 'not in' : 'in'} (${keys})`]
    }
    const route = routeMember(condition.ref, branch.view, model)
    return route?.kind === 'own' ? [conditionSql(condition, route.member, writer)] : []
  })
}
