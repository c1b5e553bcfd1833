import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { refuseFurtherStatements, StatementRefusedError } from './guard.ts'

/** A value as JSON can carry it exactly: decimals and 64-bit integers are text. */
export type Cell = string | number | boolean | null

/** What a statement returned. */
export type Rowset = {
  columns: { name: string; type: string }[]
  rows: Cell[][]
  rowCount: number
  /** More rows were there than were asked for. */
  truncated: boolean
}

type SqliteValue = bigint | number | string | null | Uint8Array

/** So many rows are read before others get their turn and a cancelled call is noticed. */
const rowsAtOnce = 256

/**
 * Runs one select and reads up to `maxRows` rows.
 *
 * @param options.signal - Aborting it stops before the next rows are read.
 * @throws {StatementRefusedError} when it is not one select.
 */
export async function runSelect(
  database: DatabaseSync,
  sql: string,
  { maxRows, signal }: { maxRows: number; signal: AbortSignal },
): Promise<Rowset> {
  const statement = prepare(database, sql)
  const rows: SqliteValue[][] = []
  let truncated = false
  for (const row of statement.iterate() as Iterable<unknown>) {
    truncated = rows.length === maxRows
    if (truncated) break
    rows.push(row as SqliteValue[])
    if (rows.length % rowsAtOnce === 0) await setImmediate()
    signal.throwIfAborted()
  }
  const columns = statement.columns().map(({ name, type }, index) => ({ name, type: typeOf(type, rows, index) }))
  const cells = rows.map((row) => row.map((value, index) => toCell(value, columns[index]?.type ?? 'VARCHAR')))
  return { columns, rows: cells, rowCount: rows.length, truncated }
}

function prepare(database: DatabaseSync, sql: string): StatementSync {
  const statement = compile(database, sql)
  refuseFurtherStatements(sql, statement.sourceSQL)
  statement.setReadBigInts(true)
  statement.setReturnArrays(true)
  return statement
}

function compile(database: DatabaseSync, sql: string): StatementSync {
  try {
    return database.prepare(sql)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const isRefused = /not authorized|prohibited|not an authorized/i.test(message)
    throw isRefused ? new StatementRefusedError(`Only selects over the ERP's tables may run here: ${message}.`) : error
  }
}

const declaredTypes: Record<string, string> = { INTEGER: 'BIGINT', INT: 'INTEGER', TEXT: 'VARCHAR' }

/** Columns have the type they were declared with; what was computed has none, so its values are asked. */
function typeOf(declared: string | null, rows: readonly SqliteValue[][], index: number): string {
  if (declared) return declaredTypes[declared] ?? declared
  const values = rows.map((row) => row[index]).filter((value) => value !== null)
  if (values.length > 0 && values.every((value) => typeof value === 'bigint')) return 'BIGINT'
  if (values.length > 0 && values.every((value) => typeof value === 'bigint' || typeof value === 'number'))
    return 'DOUBLE'
  return 'VARCHAR'
}

/**
 * A declared decimal is a whole number of cents divided by 100, of which SQLite keeps the nearest floating point number:
 * writing that with its declared places gives the exact amount back.
 */
function toCell(value: SqliteValue, type: string): Cell {
  if (value === null) return null
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (type === 'BOOLEAN') return value !== 0n
  if (type === 'DOUBLE' || type === 'INTEGER') return Number(value)
  const places = /^DECIMAL\(\d+, ?(\d+)\)$/.exec(type)?.[1]
  return places === undefined ? String(value) : Number(value).toFixed(Number(places))
}
