import { createHash } from 'node:crypto'
import { type Dialect as PolyglotDialect, tokenize } from '@polyglot-sql/sdk'
import type { Dialect } from '../../sources/port.ts'

const literals = new Set(['STRING', 'NUMBER', 'NULL', 'TRUE', 'FALSE'])
/** Long key lists are shortened first, since reading each of their numbers takes its time; in a string it does no harm. */
const numberLists = /\(\s*-?\d+(?:\s*,\s*-?\d+)+\s*\)/g

/** The package's types name this key otherwise than it does. */
type Token = { token_type: string; text: string }

/**
 * Names all statements that differ in values, spacing and comments only: a digest, which gives away none of the values.
 * `undefined` for what cannot be read as SQL.
 */
export function statementShape(sql: string, dialect: Dialect): string | undefined {
  const { tokens } = tokenize(sql.replace(numberLists, '(0)'), dialect as PolyglotDialect)
  if (!tokens) return undefined
  const words = (tokens as unknown as Token[]).map(({ token_type, text }) =>
    literals.has(token_type) ? '?' : text.toLowerCase(),
  )
  const shape = words.join(' ').replace(/\?(?: , \?)+/g, '?')
  return createHash('sha256').update(shape).digest('base64url')
}
