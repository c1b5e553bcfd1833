import { formatSql, identifier } from '../../../semantic/sqlText.ts'
import type { Dialect } from '../../../sources/port.ts'
import { keysPlaceholder } from '../../port.ts'
import type { Statement } from '../types.ts'

/** Stands for the keys while a statement is laid out, as the placeholder itself is no SQL. */
export const keysMarker = `'lakefront keys go here'`

const pairsMarker = /VALUES\s*\(\s*'lakefront keys go here'\s*\)/i

/** A table of keys with the number of the group that each one's record belongs to. */
export function pairsTable(dialect: Dialect): string {
  if (dialect === 'sqlite') {
    return `(select column1 as record_key, column2 as ${groupNumber} from (values (${keysMarker}))) as ${pairsAlias}`
  }
  return `(values (${keysMarker})) as ${pairsAlias}(record_key, ${groupNumber})`
}

export const pairsAlias = 'record_group'
export const groupNumber = 'group_number'

/** Writes a statement on one line; {@link layOut} makes it readable. */
export function writeStatement(statement: Statement, dialect: Dialect): string {
  const { select, distinct, from, where, groupBy, having, orderBy, limit } = statement
  const columns = select.map(({ sql, name }) => aliased(sql, name, dialect)).join(', ')
  return [
    `select ${distinct ? 'distinct ' : ''}${columns} from ${from}`,
    where.length > 0 && `where ${where.join(' and ')}`,
    groupBy.length > 0 && `group by ${[...new Set(groupBy)].join(', ')}`,
    having.length > 0 && `having ${having.join(' and ')}`,
    orderBy.length > 0 && `order by ${orderBy.join(', ')}`,
    limit !== undefined && `limit ${limit}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** The statement as people see it and sources get it. */
export function layOut(sql: string, dialect: Dialect): string {
  return formatSql(sql, dialect).replace(pairsMarker, `VALUES ${keysPlaceholder}`).replace(keysMarker, keysPlaceholder)
}

function aliased(sql: string, name: string, dialect: Dialect): string {
  const alias = identifier(name, dialect)
  return sql === alias ? sql : `${sql} as ${alias}`
}

/** Name of the 64-bit floating point type. */
export function doubleType(dialect: Dialect): string {
  if (dialect === 'postgresql') return 'double precision'
  if (dialect === 'sqlite') return 'real'
  return dialect === 'bigquery' ? 'float64' : 'double'
}
