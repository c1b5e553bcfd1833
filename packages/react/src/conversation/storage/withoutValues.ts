import { saysOnly } from './knownWords.ts'

/** What a backslash, a dollar quote or a number sign means differs by dialect, and with it where a text ends. */
const ambiguous = /[\\#]|\$\w*\$/
const comment = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/
const text = /'(?:[^']|'')*(?:'|$)/
const quoted = /"(?:[^"]|"")*(?:"|$)/
const ticked = /`[^`]*(?:`|$)/
const word = /[\p{L}_][\p{L}\p{N}_$]*/u
const number = /\.?\d[\p{L}\p{N}_.]*/u
const token = new RegExp([comment, text, quoted, ticked, word, number].map(({ source }) => source).join('|'), 'gu')
const list = /…(\s*,\s*…)+/g
const groups = /\(…\)(\s*,\s*\(…\))+/g

/** In the others double quotes stand around texts, as single ones do. */
const quotesNames = new Set(['duckdb', 'postgresql', 'sqlite', 'snowflake', 'trino'])

/**
 * A statement with `…` for every value in it, such as keys that were looked up; those that the person named stay. A
 * statement whose values cannot be told apart for certain is left out whole.
 *
 * @param said - Words of the question.
 */
export function withoutValues(sql: string, dialect: string, said: ReadonlySet<string>): string {
  if (ambiguous.test(sql)) return ''
  const valueOrName = (part: string) => (/[\p{L}\p{N}]/u.test(part) && saysOnly(part, said) ? part : '…')
  return sql
    .replace(token, (part) => {
      if (part.startsWith('--') || part.startsWith('/*')) return ''
      if (part.startsWith('"')) return quotesNames.has(dialect) ? part : valueOrName(part)
      return /^['.\d]/.test(part) ? valueOrName(part) : part
    })
    .replace(list, '…')
    .replace(groups, '(…)')
}
