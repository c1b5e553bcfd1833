import type { Condition, Intent } from '../../ask/intent.ts'
import { joinsOf } from '../../semantic/compileExpression.ts'
import { compileFrom } from '../../semantic/compileFrom.ts'
import { type Decomposition, decompose } from '../../semantic/decompose.ts'
import type { Entity, SemanticModel } from '../../semantic/port.ts'
import { columnName, identifier } from '../../semantic/sqlText.ts'
import { baseAlias, placedJoins } from '../../semantic/viewTables.ts'
import type { Dialect } from '../../sources/port.ts'
import { conditionsOn, entityStatement, isLocal } from './entity.ts'
import { grainSql } from './grain.ts'
import { conditionSql, createWriter, rangesSql, rowsSql, type Writer } from './members.ts'
import { isElsewhere, recordSql, relatedKeys } from './related.ts'
import { entityNamed, keyIn, routeDimension, routeMember } from './routes.ts'
import { groupNumber, keysMarker, pairsAlias, pairsTable, writeStatement } from './statement.ts'
import { type Branch, type OutputDimension, PlanError, type Statement } from './types.ts'

/** An entity whose records are read in a step of their own and meet this branch's rows in the gateway. */
export type RemoteEntity = {
  entity: Entity
  /** Column of the branch's rows that holds the key. */
  keyColumn: string
  /** Rows meet records in the gateway; otherwise the keys that were pushed are all that is needed. */
  isJoined: boolean
  /** Only rows of records that meet conditions count. */
  isFiltered: boolean
}

/** One branch as a statement, and what must happen to its rows afterwards. */
export type BranchPlan = {
  branch: Branch
  statement: Statement
  remotes: readonly RemoteEntity[]
  /** The entity whose keys go into the statement. */
  reducedBy?: string | undefined
  /** The entity whose groups are pushed into the statement with the keys, as figures of parts would say nothing. */
  groupedBy?: string | undefined
  /** Rows come per key and are grouped again in the gateway; each figure as its parts. */
  decompositions?: ReadonlyMap<string, Decomposition> | undefined
}

export type BranchInput = {
  branch: Branch
  intent: Intent
  outputs: readonly OutputDimension[]
  model: SemanticModel
  dialect: Dialect
}

/** Plans the statement of one branch at its source. */
export function planBranch(input: BranchInput): BranchPlan {
  const remotes = findRemotes(input)
  const reducedBy = remotes.find(({ isFiltered }) => isFiltered)?.entity.name
  const isRegrouped = remotes.some(({ isJoined, entity }) => isJoined && !isKeyed(input.outputs, entity))
  const decompositions = isRegrouped ? decomposeAll(input.branch) : undefined
  const groupedBy = isRegrouped && !decompositions ? groupingEntity(input, remotes, reducedBy) : undefined
  const write = (qualified: boolean) =>
    writeBranch({ ...input, remotes, reducedBy, groupedBy, decompositions, qualified })
  const locals = findLocals(input)
  const joinRecords = (writer: Writer) => [
    ...locals.map((entity) => localJoin(entity, input, writer)),
    ...(groupedBy ? [groupJoin(input, remotes, groupedBy, writer)] : []),
  ]
  const probe = write(true).writer
  // The key itself may come from a joined table, so what is written to join records counts too.
  const recordCount = joinRecords(probe).length
  const joins = joinsOf(input.branch.view, probe.nodes)
  const { writer, ...pieces } = write(joins.size > 0 || recordCount > 0)
  const from = [compileFrom(input.branch.view, joins, input.dialect), ...joinRecords(writer)].join(' ')
  const statement = { ...pieces, from, having: [], orderBy: [] }
  return { branch: input.branch, statement, remotes, reducedBy, groupedBy, decompositions }
}

const isKeyed = (outputs: readonly OutputDimension[], entity: Entity) =>
  outputs.some(({ use }) => use.kind === 'entity' && use.entity === entity.name)

function decomposeAll({ figures }: Branch): Map<string, Decomposition> | undefined {
  const parts = figures.map((figure) => [figure.name, decompose(figure.node, figure.name)] as const)
  const whole = parts.flatMap(([name, decomposition]) => (decomposition ? [[name, decomposition] as const] : []))
  return whole.length === parts.length ? new Map(whole) : undefined
}

/** Distinct counts do not add up over records, so the groups themselves have to go to the source; one entity's can. */
function groupingEntity(
  { branch, outputs, intent, model }: BranchInput,
  remotes: readonly RemoteEntity[],
  reducedBy: string | undefined,
): string {
  const joined = remotes.filter(({ isJoined }) => isJoined)
  const [only] = joined
  const isAlone = joined.length === 1 && (reducedBy === undefined || reducedBy === only!.entity.name)
  const isChecked = only !== undefined && checksElsewhere(only.entity, intent, model)
  if (only && isAlone && !isChecked && !isKeyed(outputs, only.entity)) return only.entity.name
  const titles = branch.figures.map(({ title }) => title).join(' and ')
  throw new PlanError(`${titles} cannot be put together from figures per record, and the groups lie at other sources.`)
}

function groupJoin(
  { branch, dialect }: BranchInput,
  remotes: readonly RemoteEntity[],
  name: string,
  writer: Writer,
): string {
  const { entity, isFiltered } = remotes.find((remote) => remote.entity.name === name)!
  const key = writer.member(keyIn(branch.view, entity)!)
  return `${isFiltered ? 'join' : 'left join'} ${pairsTable(dialect)} on ${pairsAlias}.record_key = ${key}`
}

/** Entities that this branch needs and that its own statement can read. */
function findLocals(input: BranchInput): Entity[] {
  return neededEntities(input).filter((entity) =>
    isLocal(entity, input.branch.view.sourceId, input.intent.conditions, input.model),
  )
}

function findRemotes(input: BranchInput): RemoteEntity[] {
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
function checksElsewhere(entity: Entity, { conditions }: Intent, model: SemanticModel): boolean {
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

type WriteInput = BranchInput & {
  remotes: readonly RemoteEntity[]
  reducedBy: string | undefined
  groupedBy: string | undefined
  decompositions: ReadonlyMap<string, Decomposition> | undefined
  qualified: boolean
}

function writeBranch(input: WriteInput) {
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
    : [{ sql: `${localAlias(route.entity, branch)}.${identifier(output.name, dialect)}`, name: output.name }]
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

function localJoin(entity: Entity, { branch, intent, outputs, model, dialect }: BranchInput, writer: Writer): string {
  const shown = outputs.filter(({ use, part }) => {
    const route = routeDimension(use, part, branch.view, model)
    return route?.kind === 'entity' && route.entity.name === entity.name
  })
  const conditions = conditionsOn(entity, intent.conditions).filter(({ kind }) => kind !== 'record' && kind !== 'rows')
  const records = writeStatement(entityStatement({ entity, model, dialect, outputs: shown, conditions }), dialect)
  const alias = localAlias(entity, branch)
  const key = `${alias}.${identifier(columnName(entity.key), dialect)}`
  const join = conditions.length > 0 ? 'join' : 'left join'
  return `${join} (${records}) as ${alias} on ${key} = ${writer.member(keyIn(branch.view, entity)!)}`
}

function localAlias(entity: Entity, { view }: Branch): string {
  const taken = new Set([baseAlias(view), ...placedJoins(view).map(({ name }) => name)])
  const alias = columnName(entity.name)
  return taken.has(alias) ? `${alias}_record` : alias
}
