import type { Comparison } from '../intent.ts'
import { numberWords } from '../numberWords.ts'
import type { Token } from './tokens.ts'

export type ReadComparison = { length: number; comparison: Comparison; isPercent: boolean; isMoney: boolean }

type Operator = Exclude<Comparison['operator'], 'between'>

const leads: readonly [words: string, operator: Operator][] = [
  ['greater than or equal to', '>='],
  ['less than or equal to', '<='],
  ['no less than', '>='],
  ['not less than', '>='],
  ['no more than', '<='],
  ['not more than', '<='],
  ['at least', '>='],
  ['at most', '<='],
  ['a minimum of', '>='],
  ['minimum of', '>='],
  ['a maximum of', '<='],
  ['maximum of', '<='],
  ['more than', '>'],
  ['greater than', '>'],
  ['higher than', '>'],
  ['larger than', '>'],
  ['bigger than', '>'],
  ['less than', '<'],
  ['lower than', '<'],
  ['smaller than', '<'],
  ['fewer than', '<'],
  ['equal to', '='],
  ['exactly', '='],
  ['up to', '<='],
  ['over', '>'],
  ['above', '>'],
  ['exceeding', '>'],
  ['exceeds', '>'],
  ['beyond', '>'],
  ['under', '<'],
  ['below', '<'],
  ['beneath', '<'],
  ['> =', '>='],
  ['< =', '<='],
  ['≥', '>='],
  ['≤', '<='],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
]

/** Reads `over $10k`, `at least 5`, `between 1m and 2m`, `below zero`, `negative`. */
export function readComparison(tokens: readonly Token[], from: number): ReadComparison | undefined {
  return readSign(tokens, from) ?? readBetween(tokens, from) ?? readLead(tokens, from) ?? readTrailing(tokens, from)
}

function readSign(tokens: readonly Token[], from: number): ReadComparison | undefined {
  const norm = tokens[from]?.norm
  const operator = norm === 'negative' ? '<' : norm === 'positive' ? '>' : norm === 'nonzero' ? '<>' : undefined
  return operator && { length: 1, comparison: { operator, value: '0' }, isPercent: false, isMoney: false }
}

function readBetween(tokens: readonly Token[], from: number): ReadComparison | undefined {
  if (tokens[from]?.norm !== 'between' || tokens[from + 2]?.norm !== 'and') return undefined
  const [low, high] = [numberAt(tokens, from + 1), numberAt(tokens, from + 3)]
  if (!low || !high || (isYear(low) && isYear(high))) return undefined
  const isPercent = low.isPercent || high.isPercent
  const [value, upTo] = [low, high].map((side) =>
    isPercent && !side.isPercent ? hundredth(side.value) : side.value,
  ) as [string, string]
  return {
    length: 4,
    comparison: { operator: 'between', value, upTo },
    isPercent,
    isMoney: low.isMoney || high.isMoney,
  }
}

function readLead(tokens: readonly Token[], from: number): ReadComparison | undefined {
  for (const [words, operator] of leads) {
    const parts = words.split(' ')
    if (!parts.every((word, index) => tokens[from + index]?.norm === word)) continue
    const number = numberAt(tokens, from + parts.length)
    if (!number) continue
    return {
      length: parts.length + number.length,
      comparison: { operator, value: number.value },
      isPercent: number.isPercent,
      isMoney: number.isMoney,
    }
  }
  return undefined
}

/** `10k or more`, `5 or fewer`, `1m+`. */
function readTrailing(tokens: readonly Token[], from: number): ReadComparison | undefined {
  const number = numberAt(tokens, from)
  if (!number || isYear(number)) return undefined
  const next = tokens[from + 1]?.norm
  const after = tokens[from + 2]?.norm ?? ''
  const at = { value: number.value }
  const { isPercent, isMoney } = number
  if (next === '+') return { length: 2, comparison: { operator: '>=', ...at }, isPercent, isMoney }
  if (next !== 'or' && next !== 'and') return undefined
  if (['more', 'higher', 'above', 'over', 'greater', 'larger'].includes(after))
    return { length: 3, comparison: { operator: '>=', ...at }, isPercent, isMoney }
  if (['less', 'fewer', 'lower', 'below', 'under', 'smaller'].includes(after))
    return { length: 3, comparison: { operator: '<=', ...at }, isPercent, isMoney }
  return undefined
}

type ReadNumber = { value: string; isPercent: boolean; isMoney: boolean; length: number; isPlain: boolean }

function numberAt(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const token = tokens[at]
  if (token?.kind === 'number') {
    return {
      value: token.value!,
      isPercent: token.isPercent ?? false,
      // `50k` is how people write amounts, not counts.
      isMoney: token.isMoney === true || /[kmb]$/i.test(token.text),
      length: 1,
      isPlain: /^\d+$/.test(token.text),
    }
  }
  const word = numberWords.indexOf(token?.norm ?? '')
  return word < 0 ? undefined : { value: String(word), isPercent: false, isMoney: false, length: 1, isPlain: false }
}

const isYear = ({ value, isPlain }: ReadNumber) => isPlain && /^(19|20)\d\d$/.test(value)

/** A number of percents as a fraction, exactly. */
export function hundredth(value: string): string {
  const [, sign = '', digits = '0'] = /^(-?)([\d.]+)$/.exec(value) ?? []
  const [whole = '0', fraction = ''] = digits.split('.')
  const padded = whole.padStart(3, '0')
  const text = `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`
  return sign + text.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '')
}

const smallest = new Set(['bottom', 'worst', 'lowest', 'smallest', 'least', 'weakest', 'fewest', 'poorest', 'last'])
const largest = new Set([
  'top',
  'best',
  'highest',
  'largest',
  'biggest',
  'most',
  'greatest',
  'strongest',
  'leading',
  'first',
])

/** Reads `top 10`, `worst five`, `the largest`, `5 best`. */
export function readTop(
  tokens: readonly Token[],
  from: number,
): { length: number; limit: number | undefined; descending: boolean; isRecent: boolean } | undefined {
  const recent = readRecent(tokens, from)
  if (recent) return recent
  const [word, next] = [tokens[from]?.norm ?? '', tokens[from + 1]?.norm ?? '']
  const superlative = (text: string) => largest.has(text) || smallest.has(text)
  const countFirst = countAt(tokens, from)
  if (countFirst !== undefined && superlative(next) && next !== 'first' && next !== 'last') {
    return { length: 2, limit: countFirst, descending: largest.has(next), isRecent: false }
  }
  if (!superlative(word)) return undefined
  const count = countAt(tokens, from + 1)
  if ((word === 'first' || word === 'last') && count === undefined) return undefined
  return { length: count === undefined ? 1 : 2, limit: count, descending: largest.has(word), isRecent: false }
}

const newest = ['most recent', 'latest', 'newest', 'recent', 'last']
const oldest = ['oldest', 'earliest']

/** `latest 5`, `last 10`, `the 5 most recent`, `oldest`: by when it happened. */
function readRecent(tokens: readonly Token[], from: number) {
  const before = countAt(tokens, from)
  const start = before === undefined ? from : from + 1
  const text = tokens
    .slice(start, start + 2)
    .map(({ norm }) => norm)
    .join(' ')
  const phrase = [...newest, ...oldest].find((words) => text === words || text.startsWith(`${words} `))
  if (phrase === undefined) return undefined
  const end = start + phrase.split(' ').length
  const after = before === undefined ? countAt(tokens, end) : undefined
  const limit = before ?? after
  // `last` alone is the last week or the last order, which nobody can tell.
  if (phrase === 'last' && limit === undefined) return undefined
  const length = end - from + (after === undefined ? 0 : 1)
  return { length, limit, descending: newest.includes(phrase), isRecent: true }
}

function countAt(tokens: readonly Token[], at: number): number | undefined {
  const number = numberAt(tokens, at)
  if (!number || number.isPercent || !/^\d{1,5}$/.test(number.value) || number.value === '0') return undefined
  const token = tokens[at]!
  return token.isMoney || isYear(number) ? undefined : Number(number.value)
}
