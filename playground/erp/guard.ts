import { constants, type DatabaseSync } from 'node:sqlite'

/** Thrown when a statement is not one plain select. The message is for the caller. */
export class StatementRefusedError extends Error {
  override name = 'StatementRefusedError'
}

/** Functions that reach outside the data or only waste memory. */
const refusedFunctions = new Set([
  'load_extension',
  'fts3_tokenizer',
  'randomblob',
  'zeroblob',
  'writefile',
  'readfile',
  'edit',
])
/** SQLite's own tables, its pragmas read as tables, and our table of comments. */
const refusedTables = /^(sqlite_|pragma_|comments$)/i

/**
 * Lets a connection compile selects over the ERP's tables and nothing else. SQLite asks for every table, column and function
 * while it compiles, so nothing can hide in the text. Recursion is out too: one recursive select can run for ever.
 */
export function allowOnlySelects(database: DatabaseSync): void {
  database.exec('PRAGMA query_only = ON')
  database.setAuthorizer((action, first, second) =>
    isAllowed(action, first, second) ? constants.SQLITE_OK : constants.SQLITE_DENY,
  )
}

function isAllowed(action: number, first: string | null, second: string | null): boolean {
  if (action === constants.SQLITE_SELECT) return true
  if (action === constants.SQLITE_READ) return !refusedTables.test(first ?? '')
  return action === constants.SQLITE_FUNCTION && !refusedFunctions.has((second ?? '').toLowerCase())
}

/**
 * SQLite compiles the first statement of a text and ignores the rest, which would run less than was shown to people.
 *
 * @param sql - What the caller sent.
 * @param compiled - The part that SQLite compiled.
 * @throws {StatementRefusedError} when more than space and comments follows.
 */
export function refuseFurtherStatements(sql: string, compiled: string): void {
  const rest = sql.slice(compiled.length).replace(/--[^\n]*|\/\*[\s\S]*?(\*\/|$)/g, '')
  if (rest.replace(/[\s;]/g, '') !== '') throw new StatementRefusedError('Only one statement may be sent at a time.')
}
