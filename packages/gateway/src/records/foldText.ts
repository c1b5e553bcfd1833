import type { Dialect } from '../sources/port.ts'

/** Text without case and accents, as {@link foldSql} makes it at the source. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** An expression without case and, where the source can, without accents. */
export function foldSql(sql: string, dialect: Dialect): string {
  switch (dialect) {
    case 'duckdb':
      return `lower(strip_accents(${sql}))`
    case 'postgresql':
      return `lower(regexp_replace(normalize(${sql}, NFKD), '[\u0300-\u036f]', '', 'g'))`
    default:
      return `lower(${sql})`
  }
}
