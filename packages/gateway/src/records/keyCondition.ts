import type { ColumnType } from '@lakefront/contract'
import { literal } from '../semantic/sqlText.ts'
import type { Dialect } from '../sources/port.ts'

/**
 * `column = key`, so typed that the source can use an index and no key makes it stumble: a word given for a number finds
 * nothing.
 *
 * @param column - The column as SQL.
 * @param type - Its type, when it is known.
 */
export function keyCondition(column: string, id: string, type: ColumnType | undefined, dialect: Dialect): string {
  const isNumber = /^-?\d{1,18}$/.test(id)
  if (type === 'integer' || type === 'decimal') return isNumber ? `${column} = ${id}` : '1 = 0'
  if (type === 'text') return `${column} = ${literal(id, dialect)}`
  return `cast(${column} as ${textType(dialect)}) = ${literal(id, dialect)}`
}

function textType(dialect: Dialect): string {
  return dialect === 'databricks' || dialect === 'bigquery' ? 'string' : dialect === 'sqlite' ? 'text' : 'varchar'
}
