import type { Column, Row } from '@lakefront/contract'

/** What people see of a row: no keys, no shares; one spelling for each number. */
export function visibleRows(columns: readonly Column[], rows: readonly Row[]): string[][] {
  const shown = columns.flatMap((column, index) => (column.role === 'key' || column.role === 'share' ? [] : [index]))
  return rows.map((row) => shown.map((index) => spell(row[index] ?? null)))
}

/** `1500.50`, `1500.5` and `1.5005e3` are one number; ratios agree to nine digits, decimals to the last one. */
export function spell(value: string | number | boolean | null): string {
  if (value === null) return 'null'
  const text = String(value)
  if (/^-?\d+$/.test(text)) return BigInt(text).toString()
  const decimal = /^(-?)(\d+)\.(\d+)$/.exec(text)
  if (decimal && decimal[3]!.length <= 8) return `${decimal[1]}${decimal[2]}.${decimal[3]}`.replace(/\.?0+$/, '')
  if (decimal || /^-?\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return Number(text).toPrecision(9)
  return text
}

/** Sorted copies, for results whose order is not part of the answer. */
export function sorted(rows: readonly string[][]): string[][] {
  return [...rows].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}
