import { parse } from '@polyglot-sql/sdk'
import { GatewayError } from '../errors.ts'
import type { Dialect } from '../sources/port.ts'
import { findProblem } from './inspect.ts'
import { queryKinds } from './kinds.ts'
import { polyglotDialects } from './polyglotDialects.ts'

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
  const { success, ast, error } = parse(sql.replace(numberList, '(0)'), polyglotDialects[dialect])
  if (!success || !Array.isArray(ast)) throw refused(`it cannot be read: ${firstLine(error)}`)
  if (ast.length !== 1) throw refused(`there must be exactly one statement, not ${ast.length}`)
  const kind = Object.keys(ast[0] as object)[0] ?? ''
  if (!queryKinds.has(kind)) throw refused(`only a select may run, not ${kind.replaceAll('_', ' ')}`)
  const problem = findProblem(ast[0], tables)
  if (problem !== undefined) throw refused(problem)
}

function refused(reason: string): GatewayError {
  return new GatewayError({ code: 'statement-refused', message: `The statement was refused: ${reason}.` })
}

function firstLine(error: string | null | undefined): string {
  return (error ?? 'unknown syntax').split('\n', 1)[0] ?? ''
}
