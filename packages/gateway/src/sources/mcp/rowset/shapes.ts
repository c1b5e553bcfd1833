import type { Rowset } from '../../rowset.ts'
import { bigQueryValue } from './bigQueryValue.ts'
import { snowflakeValue } from './snowflakeValue.ts'

type Json = Record<string, unknown>
type Shape = (value: Json) => Rowset | undefined

/** Reads a JSON value in any of the shapes that SQL tools answer. The order matters: the most specific first. */
export function rowsetOfJson(value: unknown): Rowset | undefined {
  if (Array.isArray(value)) return value.every(isRecord) ? rowsOfObjects(value) : undefined
  if (!isRecord(value)) return undefined
  for (const shape of shapes) {
    const rowset = shape(value)
    if (rowset) return rowset
  }
  return undefined
}

/** Rows as objects: columns in the order in which they first occur. */
export function rowsOfObjects(
  rows: readonly Json[],
  told?: readonly { name: string; typeName?: string | undefined }[],
): Rowset {
  const names = new Set(rows.flatMap((row) => Object.keys(row)))
  const columns = told ?? [...names].map((name) => ({ name }))
  return { columns, rows: rows.map((row) => columns.map(({ name }) => row[name] ?? null)), truncated: false }
}

const shapes: readonly Shape[] = [
  columnsAndRows,
  statementExecution,
  snowflakeResultSet,
  bigQueryRows,
  nestedRows,
  genieAttachments,
]

/** `{columns, rows}`: our own servers, DuckDB, ClickHouse, Lightdash, Metabase. Rows as arrays or as objects. */
function columnsAndRows(value: Json): Rowset | undefined {
  const { rows, columns = value.cols, columnTypes } = value
  if (!Array.isArray(rows)) return undefined
  const types = Array.isArray(columnTypes) ? columnTypes : []
  const named = Array.isArray(columns) ? columns.map((column, index) => columnOf(column, types[index])) : undefined
  const limits = { truncated: isTruncated(value), bytesScanned: numberOrNull(value.bytesScanned) }
  if (named && rows.every(Array.isArray)) return { columns: named, rows, ...limits }
  if (!rows.every(isRecord) || rows.some((row) => Array.isArray(row.f))) return undefined
  return { ...rowsOfObjects(rows, named), ...limits }
}

/** Databricks: `manifest` says the columns, `result` the rows in one of three spellings. */
function statementExecution({ manifest, result }: Json): Rowset | undefined {
  const columns = at(manifest, 'schema', 'columns')
  if (!Array.isArray(columns)) return undefined
  const rows = at(result, 'data_typed_array') ?? at(result, 'data_array') ?? []
  if (!Array.isArray(rows)) return undefined
  return {
    columns: columns.map((column) => columnOf(column)),
    rows: rows.map((row) => (Array.isArray(row) ? row : listOf(at(row, 'values')).map(typedValue))),
    truncated: at(manifest, 'truncated') === true,
  }
}

function typedValue(value: unknown): unknown {
  return isRecord(value) ? (value.string_value ?? value.str ?? null) : value
}

/** Snowflake: `result_set` with `resultSetMetaData`; values are text, dates and times are counted from 1970. */
function snowflakeResultSet(value: Json): Rowset | undefined {
  const resultSet = isRecord(value.result_set) ? value.result_set : value
  const types = at(resultSet.resultSetMetaData ?? resultSet.result_set_meta_data, 'rowType')
  if (!Array.isArray(types) || !Array.isArray(resultSet.data)) return undefined
  const metadata = types.filter(isRecord)
  return {
    columns: metadata.map(({ name, type, precision, scale }) => ({
      name: String(name),
      typeName:
        type === 'fixed' ? (Number(scale) > 0 ? `decimal(${precision ?? 38},${scale})` : 'bigint') : String(type),
    })),
    rows: resultSet.data.map((row) =>
      listOf(row).map((cell, index) => snowflakeValue(cell, String(metadata[index]?.type))),
    ),
    truncated: isTruncated(value),
  }
}

/** BigQuery: `schema.fields` and rows of `{f: [{v}]}`. */
function bigQueryRows(value: Json): Rowset | undefined {
  const fields = at(value.schema, 'fields')
  if (!Array.isArray(fields)) return undefined
  const rows = listOf(value.rows)
  const columns = fields.map((field) => columnOf(field))
  return {
    columns,
    rows: rows.map((row) =>
      Array.isArray(at(row, 'f'))
        ? listOf(at(row, 'f')).map((cell, index) => bigQueryValue(at(cell, 'v'), at(fields[index], 'type')))
        : columns.map(({ name }, index) => bigQueryValue(at(row, name), at(fields[index], 'type'))),
    ),
    truncated: isTruncated(value),
  }
}

/** `{data: {rows}}`, `{data: […]}`, `{result: […]}`, `{results: […]}`. */
function nestedRows(value: Json): Rowset | undefined {
  for (const inner of [value.data, value.result, value.results]) {
    const rowset = inner === undefined ? undefined : rowsetOfJson(inner)
    if (rowset) return { ...rowset, truncated: rowset.truncated || isTruncated(value) }
  }
  return undefined
}

/** Genie: the rows of the first query that it ran. */
function genieAttachments(value: Json): Rowset | undefined {
  const attachments = at(value.content, 'queryAttachments')
  return Array.isArray(attachments) ? rowsetOfJson(at(attachments[0], 'statement_response')) : undefined
}

function columnOf(column: unknown, typeName?: unknown): { name: string; typeName?: string | undefined } {
  if (!isRecord(column)) return { name: String(column), typeName: textOrUndefined(typeName) }
  const name = column.name ?? column.display_name ?? column.column_name ?? ''
  const told = column.type_text ?? column.type_name ?? column.type ?? column.dataType ?? column.base_type ?? typeName
  const scale = typeof column.scale === 'number' && told === 'decimal' ? `decimal(38,${column.scale})` : undefined
  return { name: String(name), typeName: scale ?? textOrUndefined(told) }
}

function isTruncated(value: Json): boolean {
  return [value.truncated, value.rows_truncated, value.isTruncated].some(
    (told) => told === true || typeof told === 'number',
  )
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function textOrUndefined(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
