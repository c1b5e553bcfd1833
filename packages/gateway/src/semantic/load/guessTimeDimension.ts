import type { Dimension } from '../port.ts'

/** The dimension that time phrases filter when the configuration names none: the only date, or the one that reads like it. */
export function guessTimeDimension(dimensions: readonly Dimension[]): string | undefined {
  const dates = dimensions.filter(isDate)
  if (dates.length <= 1) return dates[0]?.name
  return (dates.find(({ type }) => type !== undefined) ?? dates[0])?.name
}

/** Whether a dimension holds dates, by its declared type or, failing that, by its name and expression. */
export function isDate({ type, name, expression }: Dimension): boolean {
  if (type !== undefined) return type === 'date' || type === 'timestamp'
  if (/\bas\s+(date|timestamp)\b|::\s*(date|timestamp)\b|\bto_date\s*\(/i.test(expression)) return true
  return /(^|[_\s])(date|at|day)$|Date$/.test(name) && !/\b(year|month|quarter|dayofweek|extract)\b/i.test(expression)
}
