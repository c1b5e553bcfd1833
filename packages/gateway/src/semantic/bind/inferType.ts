import type { ColumnType } from '@lakefront/contract'
import { kindOf, type SqlNode } from '../sqlTree.ts'

/** Type of a column of one of the view's tables, as far as it is known. */
export type TypeOfColumn = (column: { table: string | undefined; column: string }) => ColumnType | undefined

const kinds: Record<string, ColumnType> = {
  count: 'integer',
  count_if: 'integer',
  approx_count_distinct: 'integer',
  avg: 'float',
  div: 'float',
  median: 'float',
  concat: 'text',
  lower: 'text',
  upper: 'text',
  trim: 'text',
  substring: 'text',
  extract: 'integer',
  year: 'integer',
  month: 'integer',
  day: 'integer',
  quarter: 'integer',
  eq: 'boolean',
  neq: 'boolean',
  lt: 'boolean',
  lte: 'boolean',
  gt: 'boolean',
  gte: 'boolean',
  and: 'boolean',
  or: 'boolean',
  not: 'boolean',
  is_null: 'boolean',
  in: 'boolean',
  between: 'boolean',
  like: 'boolean',
  boolean: 'boolean',
}

const functions: Record<string, ColumnType> = {
  date: 'date',
  to_date: 'date',
  make_date: 'date',
  date_trunc: 'timestamp',
  dayofweek: 'integer',
  date_format: 'text',
  concat_ws: 'text',
}

const dataTypes: Record<string, ColumnType> = {
  text: 'text',
  var_char: 'text',
  char: 'text',
  string: 'text',
  int: 'integer',
  integer: 'integer',
  big_int: 'integer',
  small_int: 'integer',
  tiny_int: 'integer',
  decimal: 'decimal',
  float: 'float',
  double: 'float',
  real: 'float',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
}

const transparent = ['paren', 'sum', 'min', 'max', 'any_value', 'abs', 'neg', 'round', 'coalesce', 'null_if', 'if_null']

/** What an expression gives, as far as it can be told without asking the source. */
export function inferType(node: SqlNode, typeOfColumn: TypeOfColumn): ColumnType | undefined {
  const [kind, fields] = kindOf(node)
  const known = kinds[kind]
  if (known) return known
  if (kind === 'column') {
    const { name, table } = fields as { name: { name: string }; table: { name: string } | null }
    return typeOfColumn({ table: table?.name, column: name.name })
  }
  if (kind === 'literal') return literalType(fields)
  if (kind === 'cast' || kind === 'try_cast') return dataTypes[String((fields.to as { data_type?: string }).data_type)]
  if (kind === 'function') return functionType(fields, typeOfColumn)
  if (kind === 'case') return widest(branchesOf(fields), typeOfColumn)
  if (kind === 'add' || kind === 'sub' || kind === 'mul') {
    return widest([fields.left, fields.right] as SqlNode[], typeOfColumn)
  }
  return transparent.includes(kind) ? widest(operandsOf(fields), typeOfColumn) : undefined
}

function literalType({ literal_type: type, value }: Record<string, unknown>): ColumnType | undefined {
  if (type === 'string') return 'text'
  if (type !== 'number') return undefined
  return /^-?\d+$/.test(String(value)) ? 'integer' : 'decimal'
}

function functionType(fields: Record<string, unknown>, typeOfColumn: TypeOfColumn): ColumnType | undefined {
  const name = String(fields.name).toLowerCase()
  const parameters = fields.args as SqlNode[]
  if (name === 'coalesce' || name === 'nullif' || name === 'ifnull') return widest(parameters, typeOfColumn)
  return functions[name]
}

function branchesOf(fields: Record<string, unknown>): SqlNode[] {
  const results = (fields.whens as [SqlNode, SqlNode][]).map(([, result]) => result)
  return fields.else_ ? [...results, fields.else_ as SqlNode] : results
}

function operandsOf(fields: Record<string, unknown>): SqlNode[] {
  const many = fields.expressions as SqlNode[] | undefined
  return [fields.this as SqlNode, ...(many ?? [])].filter((node) => node !== null && node !== undefined)
}

const widths: readonly ColumnType[] = ['integer', 'decimal', 'float']

function widest(nodes: readonly SqlNode[], typeOfColumn: TypeOfColumn): ColumnType | undefined {
  const types = nodes.map((node) => inferType(node, typeOfColumn)).filter((type) => type !== undefined)
  return types.reduce<ColumnType | undefined>(
    (widest, type) => (widest === undefined || widths.indexOf(type) > widths.indexOf(widest) ? type : widest),
    undefined,
  )
}
