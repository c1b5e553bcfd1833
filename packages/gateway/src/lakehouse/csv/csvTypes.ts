import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteIdentifier } from '../sqlText.ts'

/** A DuckDB type, written as in SQL. */
export type ColumnTypeName = string

/** Text with leading zeros is an identifier, not a number. */
const integer = '-?(0|[1-9][0-9]{0,17})'
/** More digits after the point mean a measurement, which floating point holds well; fewer mean an amount. */
const decimal = '-?(0|[1-9][0-9]{0,11})([.][0-9]{1,6})?'
const float = '-?(0|[1-9][0-9]*)?([.][0-9]+)?([eE][+-]?[0-9]+)?'
const date = '[0-9]{4}-[0-9]{2}-[0-9]{2}'
const timestamp = `${date}[ T][0-9]{2}:[0-9]{2}.*`

/** Chooses the narrowest type that every value of a text column fits, exact decimals before floating point. */
export async function inferTypes(
  connection: DuckDBConnection,
  textSelect: string,
  columns: readonly string[],
): Promise<ColumnTypeName[]> {
  const reader = await connection.runAndReadAll(`select ${columns.map(typeProbe).join(', ')} from (${textSelect})`)
  return reader.getRowsJson()[0]!.map(String)
}

function typeProbe(name: string): string {
  const value = quoteIdentifier(name)
  const all = (pattern: string) => `bool_and(regexp_full_match(${value}, '${pattern}'))`
  const casts = (type: string) => `bool_and(try_cast(${value} as ${type}) is not null or ${value} is null)`
  return `case
    when count(${value}) = 0 then 'VARCHAR'
    when ${all(integer)} then 'BIGINT'
    when ${all(decimal)} then 'DECIMAL(18,' || max(length(split_part(${value}, '.', 2))) || ')'
    when ${all(float)} and ${casts('double')} then 'DOUBLE'
    when ${all(date)} and ${casts('date')} then 'DATE'
    when ${all(timestamp)} and ${casts('timestamp')} then 'TIMESTAMP'
    when bool_and(lower(${value}) in ('true', 'false')) then 'BOOLEAN'
    else 'VARCHAR' end`
}
