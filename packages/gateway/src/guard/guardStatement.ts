import { parse } from '@polyglot-sql/sdk'
import { GatewayError } from '../errors.ts'
import type { Dialect } from '../sources/port.ts'
import { findProblem } from './inspect.ts'
import { queryKinds } from './kinds.ts'
import { polyglotDialects } from './polyglotDialects.ts'
import { remembered } from './remembered.ts'

export type GuardOptions = {
  dialect: Dialect
  /** Names of the tables that may be read. Left out, any table of the source may. */
  tables?: readonly string[] | undefined
}

/**
 * Long lists of numbers, such as the keys of a semi-join, take the parser longer than the source needs to run them. On one
 * line only: taking out the line break that ends a comment would hide what stands behind it.
 */
const numberList = /\((?:[ \t]*-?\d+(?:\.\d+)?[ \t]*,){20,}[ \t]*-?\d+(?:\.\d+)?[ \t]*\)/g

/**
 * Lets one `select` through and nothing else, by everything that its syntax tree holds. The source must be read-only by
 * itself too: a parser alone is never trusted.
 *
 * @throws {GatewayError} `statement-refused` that says what is in the way.
 */
export function guardStatement(sql: string, { dialect, tables }: GuardOptions): void {
  const problem = tables ? problemOf(sql, dialect, tables) : problemInAnyTable(sql, dialect)
  if (problem !== undefined) throw refused(problem)
}

const problemInAnyTable = remembered((sql: string, dialect: Dialect) => problemOf(sql, dialect))

function problemOf(sql: string, dialect: Dialect, tables?: readonly string[]): string | undefined {
  const { success, ast, error } = parse(sql.replace(numberList, '(0)'), polyglotDialects[dialect])
  if (!success || !Array.isArray(ast)) return `it cannot be read: ${firstLine(error)}`
  if (ast.length !== 1) return `there must be exactly one statement, not ${ast.length}`
  const kind = Object.keys(ast[0] as object)[0] ?? ''
  if (!queryKinds.has(kind)) return `only a select may run, not ${kind.replaceAll('_', ' ')}`
  return findProblem(ast[0], tables)
}

function refused(reason: string): GatewayError {
  return new GatewayError({ code: 'statement-refused', message: `The statement was refused: ${reason}.` })
}

function firstLine(error: string | null | undefined): string {
  return (error ?? 'unknown syntax').split('\n', 1)[0] ?? ''
}
