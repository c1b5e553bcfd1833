import { generate, type Dialect as PolyglotDialect, parse, transpile } from '@polyglot-sql/sdk'
import type { Dialect } from '../sources/port.ts'

/** A node of a parsed statement: plain JSON with one key, the kind of node. */
export type SqlNode = { readonly [kind: string]: unknown }

type Fields = Record<string, unknown>

/** Thrown when SQL in a metric view cannot be read or written in a dialect. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
}

const polyglot = (dialect: Dialect) => dialect as string as PolyglotDialect

/** Reads one expression, such as `sum(revenue - cost)`. */
export function parseExpression(sql: string, dialect: Dialect): SqlNode {
  const { success, ast, error } = parse(`select ${sql}`, polyglot(dialect))
  const statement = Array.isArray(ast) && ast.length === 1 ? ast[0] : undefined
  const select = statement && (statement as unknown as { select?: { expressions: SqlNode[]; from: unknown } }).select
  if (!success || select?.expressions.length !== 1 || select.from) {
    throw new ExpressionError(`"${sql}" is not one SQL expression${error ? `: ${error}` : ''}`)
  }
  return select.expressions[0]!
}

/** Writes an expression in another dialect than it was read in. */
export function writeExpression(node: SqlNode, from: Dialect, to: Dialect): string {
  const written = generate([selectOf(node)], polyglot(from))
  const result = written.success ? transpile(written.sql![0]!, polyglot(from), polyglot(to)) : written
  if (!result.success) throw new ExpressionError(result.error ?? 'The expression cannot be written as SQL')
  return withStrictCasts(result.sql![0]!.replace(/^SELECT\s+/i, ''), node, to)
}

/** Transpiling turns CAST into TRY_CAST, which would hide a bad value as NULL; where CAST was written, CAST stays. */
function withStrictCasts(sql: string, source: SqlNode, dialect: Dialect): string {
  if (!/\btry_cast\s*\(/i.test(sql) || hasKind(source, 'try_cast')) return sql
  const strict = replaceKinds(parseExpression(sql, dialect), 'try_cast', 'cast')
  const written = generate([selectOf(strict)], polyglot(dialect))
  if (!written.success) throw new ExpressionError(written.error ?? 'The expression cannot be written as SQL')
  return written.sql![0]!.replace(/^SELECT\s+/i, '')
}

function hasKind(node: SqlNode, kind: string): boolean {
  let isFound = false
  walkNodes(node, (child) => {
    isFound ||= kindOf(child)[0] === kind && Object.keys(child).length === 1
  })
  return isFound
}

function replaceKinds(node: SqlNode, from: string, to: string): SqlNode {
  return replaceNodes(node, (child) => {
    const [kind, fields] = kindOf(child)
    if (kind !== from || Object.keys(child).length !== 1) return undefined
    const inner = Object.entries(fields).map(([key, value]) => [
      key,
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? replaceKinds(value as SqlNode, from, to)
        : value,
    ])
    return sqlNode(to, Object.fromEntries(inner))
  })
}

/** Rewrites a statement of ours from one dialect to another. */
export function transpileStatement(sql: string, from: Dialect, to: Dialect): string {
  if (from === to) return sql
  const result = transpile(sql, polyglot(from), polyglot(to))
  if (!result.success) throw new ExpressionError(result.error ?? `The statement cannot be written for ${to}`)
  return result.sql![0]!
}

function selectOf(node: SqlNode): SqlNode {
  const [statement] = parse('select 1').ast as unknown as [{ select: Fields }]
  return { select: { ...statement.select, expressions: [node] } } as unknown as SqlNode
}

/** The kind of a node, such as `sum` or `column`, and what it holds. */
export function kindOf(node: SqlNode): [kind: string, fields: Fields] {
  const [entry] = Object.entries(node)
  return entry ? [entry[0], (entry[1] ?? {}) as Fields] : ['', {}]
}

/** Makes a node. */
export function sqlNode(kind: string, fields: Fields): SqlNode {
  return { [kind]: fields } as unknown as SqlNode
}

/** A column, optionally of a table, as a node. */
export function columnNode(name: string, table?: string, quoted = false): SqlNode {
  return sqlNode('column', {
    name: { name, quoted: quoted || !/^[a-z_]\w*$/i.test(name), trailing_comments: [] },
    table: table === undefined ? null : { name: table, quoted: !isPlain(table), trailing_comments: [] },
    join_mark: false,
    trailing_comments: [],
  })
}

/** Whether a name may go without quotes in every dialect, reserved words apart. */
export const isPlain = (name: string) => /^[a-z_][a-z0-9_]*$/.test(name)

/** A copy in which `replace` has put other nodes in place of some; what it put in is not looked into again. */
export function replaceNodes(node: SqlNode, replace: (node: SqlNode) => SqlNode | undefined): SqlNode {
  return replaceIn(node, replace) as SqlNode
}

function replaceIn(value: unknown, replace: (node: SqlNode) => SqlNode | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, replace))
  if (value === null || typeof value !== 'object') return value
  const replacement = replace(value as SqlNode)
  if (replacement) return replacement
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replaceIn(child, replace)]))
}

/** Every node, parents first. */
export function walkNodes(node: SqlNode, visit: (node: SqlNode) => void): void {
  replaceNodes(node, (child) => {
    visit(child)
    return undefined
  })
}

/** Tables that a statement reads, without those it names itself. */
export function tablesIn(sql: string, dialect: Dialect): string[] {
  const { ast } = parse(sql, polyglot(dialect))
  const tables = new Set<string>()
  const own = new Set<string>()
  walkNodes((ast ?? []) as unknown as SqlNode, (node) => {
    const [kind, fields] = kindOf(node)
    if (kind === 'table') tables.add(qualifiedName(fields))
    const queries =
      kind === 'select' ? (fields.with as { ctes?: { alias?: { name?: string } }[] } | null)?.ctes : undefined
    for (const { alias } of queries ?? []) own.add(alias?.name ?? '')
  })
  return [...tables].filter((name) => !own.has(name))
}

function qualifiedName({ catalog, schema, name }: Fields): string {
  return [catalog, schema, name]
    .map((part) => (part as { name?: string } | null)?.name)
    .filter((part) => part !== undefined)
    .join('.')
}
