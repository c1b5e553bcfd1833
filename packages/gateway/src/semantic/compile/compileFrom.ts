import type { Dialect } from '../../sources/port.ts'
import type { MetricView } from '../port.ts'
import { identifier } from '../sqlText.ts'
import { transpileStatement } from '../sqlTree.ts'
import { baseAlias, isSelect, type PlacedJoin, placedJoins } from '../viewTables.ts'
import { compileNode } from './compileExpression.ts'
import { resolveSql } from './resolveExpression.ts'

/** What stands after `from`: the view's table with the joins that are needed, and no others. */
export function compileFrom(view: MetricView, needed: ReadonlySet<string>, dialect: Dialect): string {
  const joins = placedJoins(view).filter(({ name }) => needed.has(name))
  const base = tableSql(view, view.table, baseAlias(view), dialect)
  return [base, ...joins.map((join) => joinSql(view, join, dialect))].join(' ')
}

function joinSql(view: MetricView, join: PlacedJoin, dialect: Dialect): string {
  const condition = join.on === undefined ? usingSql(view, join, dialect) : onSql(view, join.on, dialect)
  return `left join ${tableSql(view, join.table, join.name, dialect)} on ${condition}`
}

function onSql(view: MetricView, on: string, dialect: Dialect): string {
  return compileNode(view, resolveSql(view, on), { dialect, qualified: true })
}

function usingSql(view: MetricView, { using = [], name, parent }: PlacedJoin, dialect: Dialect): string {
  const [left, right] = [parent ?? baseAlias(view), name].map((table) => identifier(table, dialect))
  return using
    .map((column) => identifier(column, dialect))
    .map((column) => `${left}.${column} = ${right}.${column}`)
    .join(' and ')
}

/** A table, or a statement in its place, under the name that the view's expressions use. */
export function tableSql(view: MetricView, table: string, alias: string, dialect: Dialect): string {
  const name = identifier(alias, dialect)
  if (isSelect(table)) {
    const select = table.trim().replace(/^\(([\s\S]*)\)$/, '$1')
    return `(${transpileStatement(select, view.dialect, dialect)}) as ${name}`
  }
  const parts = table.match(/`[^`]+`|"[^"]+"|[^.]+/g) ?? [table]
  const written = parts.map((part) => identifier(part.replace(/^[`"]|[`"]$/g, ''), dialect))
  return written.at(-1) === name ? written.join('.') : `${written.join('.')} as ${name}`
}
