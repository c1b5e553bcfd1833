import * as z from 'zod'

/** Any words at all. */
export const text = z.string().min(1)
/** A number of things, at least one. */
export const positiveInteger = z.int().positive()
/** What a part of the configuration is called. */
export const identifier = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, {
  error: 'expected a name of letters, digits, _ and -, starting with a letter',
})
/** A day as ISO 8601 writes it. */
export const day = z.iso.date({ error: 'expected a date such as "2026-11-01"' })

/** A list of names the SQL compiler knows; kept as a literal so that a misspelt one is answered with the choices. */
export const dialectSchema = z.enum(['duckdb', 'postgresql', 'sqlite', 'databricks', 'snowflake', 'bigquery', 'trino'])

/** Where a Postgres is. */
export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ })

/** Where something is that speaks HTTP. */
export const httpUrl = z.url({ protocol: /^https?$/ })

/** A name of the time zone database. */
export const timeZone = z.string().refine(isTimeZone, { error: 'expected a time zone such as "America/New_York"' })

const mostUsd = 1_000_000_000
/** An amount of money, in US dollars. */
export const usd = z.number().nonnegative().max(mostUsd)

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined
  } catch {
    return false
  }
}
