import type { Grain } from '../../../ask/intent.ts'
import type { Dialect } from '../../../sources/port.ts'

/**
 * Puts a date into its period, as text that sorts and reads well: `2025`, `2025-Q3`, `2025-03`, and for weeks and days
 * the (first) day.
 */
export function grainSql(date: string, grain: Grain, dialect: Dialect): string {
  return (writers[dialect] ?? writers.duckdb)(date, grain)
}

type Write = (date: string, grain: Grain) => string

/** `2025-Q3` out of a year and a quarter, with the dialect's own text functions. */
const patterns = (year: string, month: string, quarter: string, week: string, day: string): Record<Grain, string> => ({
  year,
  quarter,
  month,
  week,
  day,
})

const writers: Record<Dialect, Write> = {
  duckdb: (date, grain) =>
    patterns(
      `strftime(${date}, '%Y')`,
      `strftime(${date}, '%Y-%m')`,
      `concat(year(${date}), '-Q', quarter(${date}))`,
      `cast(date_trunc('week', ${date}) as date)`,
      `cast(${date} as date)`,
    )[grain],
  postgresql: (date, grain) =>
    patterns(
      `to_char(${date}, 'YYYY')`,
      `to_char(${date}, 'YYYY-MM')`,
      `to_char(${date}, 'YYYY-"Q"Q')`,
      `cast(date_trunc('week', ${date}) as date)`,
      `cast(${date} as date)`,
    )[grain],
  sqlite: (date, grain) =>
    patterns(
      `strftime('%Y', ${date})`,
      `strftime('%Y-%m', ${date})`,
      `strftime('%Y', ${date}) || '-Q' || ((cast(strftime('%m', ${date}) as integer) + 2) / 3)`,
      `date(${date}, '-6 days', 'weekday 1')`,
      `date(${date})`,
    )[grain],
  databricks: (date, grain) =>
    patterns(
      `date_format(${date}, 'yyyy')`,
      `date_format(${date}, 'yyyy-MM')`,
      `concat(year(${date}), '-Q', quarter(${date}))`,
      `cast(date_trunc('week', ${date}) as date)`,
      `cast(${date} as date)`,
    )[grain],
  snowflake: (date, grain) =>
    patterns(
      `to_char(${date}, 'YYYY')`,
      `to_char(${date}, 'YYYY-MM')`,
      `year(${date}) || '-Q' || quarter(${date})`,
      `cast(date_trunc('week', ${date}) as date)`,
      `cast(${date} as date)`,
    )[grain],
  bigquery: (date, grain) =>
    patterns(
      `format_date('%Y', ${date})`,
      `format_date('%Y-%m', ${date})`,
      `format_date('%Y-Q%Q', ${date})`,
      `date_trunc(${date}, isoweek)`,
      `date(${date})`,
    )[grain],
  trino: (date, grain) =>
    patterns(
      `date_format(${date}, '%Y')`,
      `date_format(${date}, '%Y-%m')`,
      `cast(year(${date}) as varchar) || '-Q' || cast(quarter(${date}) as varchar)`,
      `cast(date_trunc('week', ${date}) as date)`,
      `cast(${date} as date)`,
    )[grain],
}

type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day'

/** A date that much later. */
export function laterSql(date: string, unit: Unit, dialect: Dialect): string {
  const days = unit === 'week' ? 7 : 1
  const months = { year: 12, quarter: 3, month: 1 }[unit as 'year' | 'quarter' | 'month']
  const [count, name] = months === undefined ? [days, 'day'] : [months, 'month']
  switch (dialect) {
    case 'sqlite':
      return `date(${date}, '+${count} ${name}s')`
    case 'databricks':
      return months === undefined ? `date_add(${date}, ${count})` : `add_months(${date}, ${count})`
    case 'snowflake':
      return `dateadd(${name}, ${count}, ${date})`
    case 'bigquery':
      return `date_add(${date}, interval ${count} ${name})`
    case 'trino':
      return `date_add('${name}', ${count}, ${date})`
    default:
      return `(${date} + interval '${count} ${name}')`
  }
}
