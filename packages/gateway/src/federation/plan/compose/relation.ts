import type { Decomposition } from '../../../semantic/compile/decompose.ts'
import { identifier } from '../../../semantic/sqlText.ts'
import { columnNode, kindOf, replaceNodes, writeExpression } from '../../../semantic/sqlTree.ts'
import type { BranchPlan, RemoteEntity } from '../branch/types.ts'
import { routeDimension } from '../reach/routes.ts'
import { groupNumber } from '../statement/statement.ts'
import type { Branch, OutputDimension, PlanInput } from '../types.ts'

/** The composing statement is DuckDB's; other dialects are rewritten from it. */
export const composeDialect = 'duckdb'

export const quote = (name: string) => identifier(name, composeDialect)

/** Rows in the gateway, or inside one statement: where each column of the answer is found in them. */
export type Relation = {
  from: string
  dimensions: ReadonlyMap<string, string>
  figures: ReadonlyMap<string, string>
  /** Empty when there is one row per group already. */
  groupBy: readonly string[]
  /** Figures are aggregates over the rows, so that comparisons on them belong after grouping. */
  isAggregate: boolean
}

/** What rows are called whose key no record has. */
const missingRecord = (sourceTitle: string) => `(not in ${sourceTitle})`

/** The rows of a branch's step, met with the records of entities and grouped again where they came per key. */
export function branchRelation(
  { branch, remotes, groupedBy, decompositions }: BranchPlan,
  step: string,
  entityRelations: ReadonlyMap<string, string>,
  outputs: readonly OutputDimension[],
  { model, sources }: PlanInput,
): Relation {
  const table = quote(step)
  const joined = remotes
    .filter(({ isJoined }) => isJoined)
    .map((remote) => (remote.entity.name === groupedBy ? grouped(remote) : remote))
  const relationOf = ({ entity }: RemoteEntity) =>
    entity.name === groupedBy ? groupsAlias : entityRelations.get(entity.name)!
  const dimensions = new Map(
    outputs.map((output) => {
      const route = routeDimension(output.use, output.part, branch.view, model)!
      const remote =
        route.kind === 'entity' ? joined.find(({ entity }) => entity.name === route.entity.name) : undefined
      if (!remote) return [output.name, `${table}.${quote(output.name)}`]
      const source = sources.get(model.views.get(remote.entity.view)!.sourceId)
      return [output.name, recordColumn(output, remote, relationOf(remote), source?.title ?? '')]
    }),
  )
  function tableOf(remote: RemoteEntity): string {
    const records = entityRelations.get(remote.entity.name)!
    if (remote.entity.name !== groupedBy) return records
    const shown = outputs.filter((output) => {
      const route = routeDimension(output.use, output.part, branch.view, model)
      return route?.kind === 'entity' && route.entity.name === groupedBy
    })
    const columns = [groupNumber, ...shown.map(({ name }) => name)].map(quote).join(', ')
    return `(select distinct ${columns} from ${records}) as ${groupsAlias}`
  }
  const figures = new Map(
    branch.figures.map(({ name, type }) => {
      const decomposition = decompositions?.get(name)
      const column = `${table}.${quote(branch.prefix + name)}`
      return [
        branch.prefix + name,
        decomposition ? combinedSql(decomposition, table, branch, type === 'integer') : column,
      ]
    }),
  )
  const from = [table, ...joined.map((remote) => joinSql(remote, table, relationOf(remote), tableOf(remote)))].join(' ')
  return {
    from,
    dimensions,
    figures,
    groupBy: decompositions ? [...dimensions.values()] : [],
    isAggregate: decompositions !== undefined,
  }
}

const groupsAlias = 'record_groups'

const grouped = (remote: RemoteEntity): RemoteEntity => ({ ...remote, keyColumn: groupNumber })

function recordColumn(output: OutputDimension, remote: RemoteEntity, relation: string, sourceTitle: string): string {
  const column = `${relation}.${quote(output.name)}`
  if (remote.isFiltered || output.type !== 'text') return column
  const key = `${relation}.${quote(remote.keyColumn)}`
  return `case when ${key} is null then '${missingRecord(sourceTitle).replaceAll("'", "''")}' else ${column} end`
}

function joinSql({ isFiltered, keyColumn }: RemoteEntity, table: string, relation: string, source: string): string {
  const key = quote(keyColumn)
  return `${isFiltered ? 'join' : 'left join'} ${source} on ${relation}.${key} = ${table}.${key}`
}

function combinedSql({ combined }: Decomposition, table: string, { prefix, view }: Branch, isInteger: boolean): string {
  const node = replaceNodes(combined, (child) => {
    const [kind, fields] = kindOf(child)
    if (kind !== 'column') return undefined
    return columnNode(`${prefix}${(fields.name as { name: string }).name}`, table)
  })
  const sql = writeExpression(node, view.dialect, composeDialect)
  // DuckDB adds 64-bit integers up in 128 bits.
  return isInteger ? `cast(${sql} as bigint)` : sql
}
