import { type TokenInfo, tokenize } from '@polyglot-sql/sdk'
import { polyglotDialects } from '../../guard/polyglotDialects.ts'
import type { Dialect } from '../../sources/port.ts'

/** The words of a statement, or `undefined` where it cannot be read: a parser that falls over must not cost an answer. */
export function tokensOf(sql: string, dialect: Dialect): readonly TokenInfo[] | undefined {
  try {
    const { success, tokens } = tokenize(sql, polyglotDialects[dialect])
    return success ? tokens : undefined
  } catch {
    return undefined
  }
}

/** The parser's declarations call it otherwise than the parser does. */
export function typeOf(token: TokenInfo & { token_type?: string }): string {
  return token.token_type ?? token.tokenType
}
