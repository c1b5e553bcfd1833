import type { Dialect } from '../../sources/port.ts'
import { replaceLongLists } from './longLists.ts'
import { shortHash } from './redactText.ts'
import { tokensOf, typeOf } from './tokens.ts'

/** A statement for the record: every value in it as a keyed hash, and no comments. */
export function redactSql(sql: string, dialect: Dialect, hashValue: (value: string) => string): string {
  const lists = new Set<string>()
  const short = replaceLongLists(sql, (list) => {
    const hash = shortHash(list, hashValue)
    lists.add(hash)
    return `('${hash}')`
  })
  const tokens = tokensOf(short, dialect)
  if (!tokens) return `unreadable ${shortHash(sql, hashValue)}`
  // Positions count characters, not the halves of which JavaScript makes some.
  const characters = [...short]
  let end = 0
  return tokens
    .map((token) => {
      const { text, span } = token
      const gap = span.start > end ? ' ' : ''
      end = span.end
      if (!/STRING|NUMBER|HEREDOC|LITERAL/.test(typeOf(token)))
        return gap + characters.slice(span.start, span.end).join('')
      return `${gap}'${lists.has(text) ? text : shortHash(text, hashValue)}'`
    })
    .join('')
    .trim()
}
