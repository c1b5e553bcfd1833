import type { Dialect } from '../../sources/port.ts'
import { tokensOf, typeOf } from './tokens.ts'

/**
 * The statements that a union puts together, each without its texts. Texts say nothing of what is read: a search for other
 * words is the same statement.
 */
export function branchesOf(sql: string, dialect: Dialect): string[] {
  const tokens = tokensOf(sql, dialect)
  if (!tokens?.[0]) return [sql]
  // What a common table names is for all that follows.
  const maySplit = typeOf(tokens[0]) !== 'WITH'
  // Positions count characters, not the halves of which JavaScript makes some.
  const characters = [...sql]
  const branches = ['']
  let depth = 0
  let end = 0
  for (const token of tokens) {
    const type = typeOf(token)
    const gap = token.span.start > end ? ' ' : ''
    end = token.span.end
    if (type === 'L_PAREN') depth++
    if (type === 'R_PAREN') depth--
    const isBetween = type === 'UNION' || (branches.at(-1) === '' && /^(ALL|DISTINCT)$/.test(type))
    if (maySplit && depth === 0 && isBetween) {
      if (type === 'UNION') branches.push('')
      continue
    }
    const text = type === 'STRING' ? "''" : characters.slice(token.span.start, token.span.end).join('')
    branches[branches.length - 1] += gap + text
  }
  return branches.map((branch) => branch.replace(/''(?:, ?'')+/g, "''"))
}
