import { format, type Dialect as PolyglotDialect } from '@polyglot-sql/sdk'
import { keysPlaceholder } from '../federation/port.ts'
import type { Dialect } from '../sources/port.ts'

const reserved = new Set(
  `all analyse analyze and any array as asc both case cast check collate column constraint create cross current default
  desc distinct do else end except false fetch filter for foreign from full grant group groups having in index inner intersect into is
  join key lateral leading left like limit natural not null offset on only or order outer over partition primary qualify references right rows
  select set some table then to trailing true union unique user using values when where window with`.split(/\s+/),
)

/** A name as SQL writes it: bare when that is safe in every dialect, else quoted. */
export function identifier(name: string, dialect: Dialect): string {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name)) return name
  if (dialect === 'databricks' || dialect === 'bigquery') return `\`${name.replaceAll('`', '``')}\``
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as a SQL literal. Dialects that read backslashes as escapes get them doubled. */
export function literal(text: string, dialect: Dialect): string {
  if (text.includes(keysPlaceholder))
    return text
      .split(keysPlaceholder)
      .map((part) => literal(part, dialect))
      .join(` || '{{' || 'keys}}' || `)
  const escaped =
    dialect === 'databricks' || dialect === 'bigquery' || dialect === 'snowflake' ? text.replaceAll('\\', '\\\\') : text
  const clean = escaped.replaceAll('\u0000', '')
  return dialect === 'databricks' || dialect === 'bigquery'
    ? `'${clean.replaceAll("'", "\\'")}'`
    : `'${clean.replaceAll("'", "''")}'`
}

/** A day as a SQL literal. SQLite has no dates: its texts compare right as they are. */
export function dateLiteral(day: string, dialect: Dialect): string {
  return dialect === 'sqlite' ? `'${day}'` : `date '${day}'`
}

/** Lays a statement out for people to read. */
export function formatSql(sql: string, dialect: Dialect): string {
  const result = format(sql, dialect as string as PolyglotDialect)
  return result.success ? result.sql![0]! : sql
}

/** A name that is safe as a column of a result: `Order Month` becomes `order_month`. */
export function columnName(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
  return (
    words
      .replace(/%/g, ' percent ')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '') || 'value'
  )
}
