import type { Grain, TimeRange } from '../intent.ts'
import { monthIndex, type Period, readPeriod } from './timePeriods.ts'
import type { Token } from './tokens.ts'

/** A time phrase: how many tokens it takes, and the days it means. No ranges: all time. */
export type TimePhrase = {
  length: number
  ranges: readonly TimeRange[]
  unit?: Grain | undefined
  isRelative?: boolean
}

/** Reads the time phrase that starts at a token, if one does. */
export function readTime(tokens: readonly Token[], from: number, now: Date): TimePhrase | undefined {
  const words = tokens.slice(from, from + 9).map(({ norm, kind }) => (kind === 'quoted' ? '' : norm))
  return readAllTime(words) ?? readRelation(words, now) ?? readPeriods(words, now)
}

const allTimes = [
  'lifetime',
  'all time',
  'all years',
  'ever',
  'since the beginning',
  'over all time',
  'of all time',
  'to date',
  'so far',
  'life time',
]

function readAllTime(words: readonly string[]): TimePhrase | undefined {
  const phrase = allTimes.find((text) => startsWith(words, text))
  return phrase === undefined ? undefined : { length: phrase.split(' ').length, ranges: [] }
}

/** since, after, before, until, between … and …, from … to …, last 90 days. */
function readRelation(words: readonly string[], now: Date): TimePhrase | undefined {
  const [first = ''] = words
  const rest = words.slice(1)
  if (first === 'between' || first === 'from') {
    const between = readBetween(rest, now, first === 'between' ? ['and'] : ['to', 'until', 'till', 'through'])
    if (between) return { ...between, length: between.length + 1 }
  }
  const lead = relations.find(({ text }) => startsWith(words, text))
  if (!lead) return undefined
  const skipped = lead.text.split(' ').length
  const period = readPeriod(words.slice(skipped), now)
  if (!period || (period.isRelative && lead.side === 'inside')) return undefined
  return { length: skipped + period.length, ranges: [lead.range(period)], unit: period.unit }
}

const relations: { text: string; side: string; range(period: Period): TimeRange }[] = [
  { text: 'since', side: 'from', range: ({ start, label }) => ({ start, label: `since ${label}` }) },
  { text: 'starting', side: 'from', range: ({ start, label }) => ({ start, label: `since ${label}` }) },
  { text: 'from', side: 'inside', range: ({ start, end, label }) => ({ start, end, label }) },
  { text: 'after', side: 'from', range: ({ end, label }) => ({ start: end, label: `after ${label}` }) },
  { text: 'later than', side: 'from', range: ({ end, label }) => ({ start: end, label: `after ${label}` }) },
  { text: 'before', side: 'to', range: ({ start, label }) => ({ end: start, label: `before ${label}` }) },
  { text: 'until the end of', side: 'to', range: ({ end, label }) => ({ end, label: `until ${label}` }) },
  { text: 'until', side: 'to', range: ({ end, label }) => ({ end, label: `until ${label}` }) },
  { text: 'till', side: 'to', range: ({ end, label }) => ({ end, label: `until ${label}` }) },
  { text: 'up to', side: 'to', range: ({ end, label }) => ({ end, label: `until ${label}` }) },
  { text: 'through', side: 'to', range: ({ end, label }) => ({ end, label: `until ${label}` }) },
]

function readBetween(words: readonly string[], now: Date, joints: readonly string[]): TimePhrase | undefined {
  if (joints.includes(words[1] ?? '') && monthIndex(words[0] ?? '') >= 0) return readShortBetween(words, now, joints)
  const first = readPeriod(words, now)
  if (!first || !joints.includes(words[first.length] ?? '')) return undefined
  const second = readPeriod(words.slice(first.length + 1), now)
  return second && span(first, second, first.length + 1 + second.length)
}

/** `between March and May 2024`: the first month's year comes with the second. */
function readShortBetween(words: readonly string[], now: Date, joints: readonly string[]): TimePhrase | undefined {
  if (!joints.includes(words[1] ?? '')) return undefined
  const second = readPeriod(words.slice(2), now)
  const first = second && readPeriod([words[0]!, second.start.slice(0, 4)], now)
  return first && span({ ...first, length: 1 }, second, 2 + second.length)
}

function span(first: Period, second: Period, length: number): TimePhrase | undefined {
  if (second.end <= first.start) return undefined
  return {
    length,
    ranges: [{ start: first.start, end: second.end, label: `${first.label} to ${second.label}` }],
    unit: first.unit,
  }
}

/** One period or several with `and`, `or` or commas between: `2024 and 2025`. */
function readPeriods(words: readonly string[], now: Date): TimePhrase | undefined {
  const skipped = ['in', 'during', 'for', 'within', 'of', 'over', 'on', 'the'].includes(words[0] ?? '')
    ? leadLength(words)
    : 0
  const first = readPeriod(words.slice(skipped), now)
  if (!first) return undefined
  const periods = [first]
  let at = skipped + first.length
  for (;;) {
    const joint = ['and', 'or', ',', '+', '&'].includes(words[at] ?? '') ? 1 : 0
    const next = joint ? readPeriod(words.slice(at + 1), now) : undefined
    if (!next || next.unit !== first.unit) break
    periods.push(next)
    at += 1 + next.length
  }
  const ranges = periods.map(({ start, end, label }) => ({ start, end, label }))
  return { length: at, ranges, unit: first.unit, ...(first.isRelative && { isRelative: true }) }
}

const leadLength = (words: readonly string[]) => (words[1] === 'the' ? 2 : 1)

function startsWith(words: readonly string[], phrase: string): boolean {
  return phrase.split(' ').every((word, index) => words[index] === word)
}
