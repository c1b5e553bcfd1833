import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { allowOnlySelects } from './guard.ts'

/** The ERP's file, opened twice: once to describe it, once for the statements of callers. Both can only read. */
export type ErpDatabase = { catalog: DatabaseSync; queries: DatabaseSync; close: () => void }

/** Opens the ERP's file for reading. */
export function openErp(file: string): ErpDatabase {
  if (!existsSync(file)) throw new Error(`There is no ERP database at ${file}. Make it with: pnpm data`)
  const catalog = new DatabaseSync(file, { readOnly: true })
  const queries = new DatabaseSync(file, { readOnly: true })
  queries.function('strip_accents', { deterministic: true }, stripAccents)
  allowOnlySelects(queries)
  const close = () => {
    catalog.close()
    queries.close()
  }
  return { catalog, queries, close }
}

/** `lower(strip_accents(name))` finds names however they are written; SQLite's own `lower` knows ASCII only. */
function stripAccents(text: unknown): string | null {
  return text === null
    ? null
    : String(text)
        .normalize('NFKD')
        .replace(/\p{Mark}/gu, '')
}
