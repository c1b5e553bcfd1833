import { fold, stem } from './fold.ts'

export type Token = {
  kind: 'word' | 'number' | 'quoted' | 'symbol'
  /** As it was written. */
  text: string
  /** Folded, without a possessive ending. */
  norm: string
  /** The singular of `norm`. */
  stem: string
  /** Where it stands in the question. */
  start: number
  end: number
  /** Set for numbers: the value as a decimal text. */
  value?: string | undefined
  isMoney?: boolean | undefined
  isPercent?: boolean | undefined
}

const pattern =
  /"([^"]+)"|“([^”]+)”|'([^']+)'(?=[\s,.?!]|$)|(\d{4}-\d{2}-\d{2})|((?!(?:top|last|past|next|first|best|worst)-)\p{L}{2,6}-\d[\p{L}\d-]*)|((?<![\p{L}\p{N}])[-−]?(?:[$€£]\s?)?\d+(?:,\d{3})*(?:\.\d+)?\s?(?:thousand|million|billion|mm|mn|bn|[kmb])?(?![\p{L}\p{N}])(?:\s?%|\s?percent(?!\p{L}))?)|([\p{L}\p{N}]+(?:['’.&][\p{L}\p{N}]+)*\.?)|([%,;:&+<>=≥≤?!])/giu

/** Splits a question into words, numbers, quoted texts and the few signs that mean something. */
export function tokenise(question: string): Token[] {
  return [...question.matchAll(pattern)].map((match) => {
    const [text, double, curly, single, day, code, number, word] = match
    const place = { text, start: match.index, end: match.index + text.length }
    const quoted = double ?? curly ?? single
    if (quoted !== undefined) return { ...place, kind: 'quoted', text: quoted, norm: fold(quoted), stem: fold(quoted) }
    const whole = day ?? code
    if (whole !== undefined) return { ...place, kind: 'word', norm: fold(whole), stem: fold(whole) }
    if (number !== undefined) return numberToken(place)
    if (word !== undefined) return wordToken(place)
    return { ...place, kind: 'symbol', norm: text, stem: text }
  })
}

type Place = Pick<Token, 'text' | 'start' | 'end'>

function wordToken(place: Place): Token {
  const text = place.text.replace(/\.$/, (dot) => (/^\p{L}{1,3}\.$/u.test(place.text) ? dot : ''))
  const norm = fold(text).replace(/'s$/, '')
  return { ...place, text, end: place.start + text.length, kind: 'word', norm, stem: stem(norm) }
}

const factors: Record<string, number> = { k: 3, thousand: 3, m: 6, mm: 6, mn: 6, million: 6, b: 9, bn: 9, billion: 9 }

function numberToken({ text, start }: Place): Token {
  const trimmed = text.trimEnd()
  const [, sign = '', digits = '0', unit = ''] = /^([-−]?)[$€£]?\s?([\d,]*\.?\d*)\s?([a-z]*)/i.exec(trimmed) ?? []
  const isPercent = /(%|percent)$/i.test(trimmed)
  const factor = isPercent && unit.toLowerCase() === 'percent' ? 0 : (factors[unit.toLowerCase()] ?? 0)
  const value = scaled(digits.replaceAll(',', ''), factor - (isPercent ? 2 : 0))
  return {
    kind: 'number',
    text: trimmed,
    norm: trimmed.toLowerCase(),
    stem: trimmed.toLowerCase(),
    start,
    end: start + trimmed.length,
    value: sign && value !== '0' ? `-${value}` : value,
    isMoney: /[$€£]/.test(trimmed),
    isPercent,
  }
}

/** Moves the decimal point in the text, so that `0.1k` is exactly 100. */
function scaled(digits: string, places: number): string {
  const [whole = '0', fraction = ''] = digits.split('.')
  const all = whole + fraction
  const point = whole.length + places
  const padded = point > all.length ? all.padEnd(point, '0') : all.padStart(all.length - Math.min(point, 0), '0')
  const at = Math.max(point, 0)
  const text = `${padded.slice(0, at) || '0'}.${padded.slice(at)}`
  const trimmed = text
    .replace(/^0+(?=\d)/, '')
    .replace(/0+$/, '')
    .replace(/\.$/, '')
  return trimmed || '0'
}

/** The words from one token to another, as they were written. */
export function textOf(question: string, tokens: readonly Token[], from: number, to: number): string {
  const only = tokens[from]
  if (only?.kind === 'quoted' && to - from === 1) return only.text
  return question.slice(tokens[from]!.start, tokens[to - 1]!.end)
}
