import { movedDay, toDay } from '../../federation/plan/periods.ts'
import type { Grain } from '../intent.ts'
import { numberWords } from '../numberWords.ts'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const grains: Record<string, Grain> = { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' }

/** One stretch of days as people name it; `end` is the day after the last, `length` the words it takes. */
export type Period = { start: string; end: string; label: string; unit: Grain; length: number; isRelative?: boolean }

/** Reads one period at the start of some words: a year, a quarter, a month, a day, `last week`, `last 90 days`. */
export function readPeriod(words: readonly string[], now: Date): Period | undefined {
  const skipped = words[0] === 'the' ? 1 : 0
  const rest = words.slice(skipped)
  const period =
    readDay(rest) ??
    readRolling(rest, now) ??
    readNamed(rest, now) ??
    readMonth(rest, now) ??
    readQuarter(rest, now) ??
    readYear(rest)
  return period && { ...period, length: period.length + skipped }
}

function readYear([word = '', next = '']: readonly string[]): Period | undefined {
  if (word === 'year' && /^(19|20)\d\d$/.test(next)) return { ...yearPeriod(next), length: 2 }
  return /^(19|20)\d\d$/.test(word) ? yearPeriod(word) : undefined
}

function yearPeriod(year: string): Period {
  return { start: `${year}-01-01`, end: `${Number(year) + 1}-01-01`, label: year, unit: 'year', length: 1 }
}

/** 0 for January; -1 for a word that names no month. */
export const monthIndex = (word: string) =>
  word.length < 3
    ? -1
    : months.findIndex(
        (month) =>
          month === word ||
          word.replace('.', '') === month.slice(0, 3) ||
          (word.replace('.', '') === 'sept' && month === 'september'),
      )

function readMonth([word = '', next = '', afterNext = '']: readonly string[], now: Date): Period | undefined {
  const iso = /^((?:19|20)\d\d)-(\d\d)$/.exec(word)
  if (iso) return monthPeriod(iso[1]!, Number(iso[2]) - 1, 1)
  const month = monthIndex(word)
  if (month < 0) return undefined
  if (/^(19|20)\d\d$/.test(next)) return monthPeriod(next, month, 2)
  if (next === 'of' && /^(19|20)\d\d$/.test(afterNext)) return monthPeriod(afterNext, month, 3)
  // A month without a year is the latest that has begun. "May" is too often another word.
  if (word.length <= 3) return undefined
  const year = month <= now.getUTCMonth() ? now.getUTCFullYear() : now.getUTCFullYear() - 1
  return monthPeriod(String(year), month, 1)
}

function monthPeriod(year: string, month: number, length: number): Period {
  const start = `${year}-${String(month + 1).padStart(2, '0')}-01`
  const name = months[month]!
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`
  return { start, end: movedDay(start, 'month', 1), label, unit: 'month', length }
}

const ordinals = ['first', 'second', 'third', 'fourth']

function readQuarter(words: readonly string[], now: Date): Period | undefined {
  const [word = '', next = '', third = '', fourth = ''] = words
  const short = /^q([1-4])$/.exec(word)?.[1]
  const year = /^(19|20)\d\d$/
  if (short) {
    if (year.test(next)) return quarterPeriod(next, Number(short), 2)
    return quarterPeriod(String(now.getUTCFullYear()), Number(short), 1)
  }
  const long = ordinals.indexOf(word) + 1
  if (long === 0 || next !== 'quarter') return undefined
  if (year.test(third)) return quarterPeriod(third, long, 3)
  return third === 'of' && year.test(fourth) ? quarterPeriod(fourth, long, 4) : undefined
}

function quarterPeriod(year: string, quarter: number, length: number): Period {
  const start = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  return { start, end: movedDay(start, 'quarter', 1), label: `Q${quarter} ${year}`, unit: 'quarter', length }
}

/** today, this month, last year, year to date. */
function readNamed(words: readonly string[], now: Date): Period | undefined {
  const today = toDay(now)
  const tomorrow = movedDay(today, 'day', 1)
  const day = (start: string, label: string): Period => ({
    start,
    end: movedDay(start, 'day', 1),
    label,
    unit: 'day',
    length: 1,
    isRelative: true,
  })
  const [first = '', second = ''] = words
  if (first === 'today') return day(today, 'today')
  if (first === 'yesterday') return day(movedDay(today, 'day', -1), 'yesterday')
  const toDate = { ytd: 'year', qtd: 'quarter', mtd: 'month', wtd: 'week' }[first] as Grain | undefined
  if (toDate)
    return {
      start: startOf(toDate, today),
      end: tomorrow,
      label: `this ${toDate} to date`,
      unit: toDate,
      length: 1,
      isRelative: true,
    }
  const grain = grains[second]
  if (grains[first] && words[1] === 'to' && words[2] === 'date') {
    return {
      start: startOf(grains[first], today),
      end: tomorrow,
      label: `this ${first} to date`,
      unit: grains[first],
      length: 3,
      isRelative: true,
    }
  }
  if (!grain) return undefined
  const start = startOf(grain, today)
  if (first === 'this' || first === 'current') {
    const toDateLength = words[2] === 'to' && words[3] === 'date' ? 4 : words[2] === 'so' && words[3] === 'far' ? 4 : 0
    if (toDateLength)
      return { start, end: tomorrow, label: `this ${grain} to date`, unit: grain, length: 4, isRelative: true }
    return { start, end: movedDay(start, grain, 1), label: `this ${grain}`, unit: grain, length: 2, isRelative: true }
  }
  if (first === 'last' || first === 'previous' || first === 'prior' || first === 'past') {
    return {
      start: movedDay(start, grain, -1),
      end: start,
      label: `last ${grain}`,
      unit: grain,
      length: 2,
      isRelative: true,
    }
  }
  return undefined
}

/** last 90 days, past two years: counted back from today, which is the last day. */
function readRolling([first = '', second = '', third = '']: readonly string[], now: Date): Period | undefined {
  if (!['last', 'past', 'previous', 'trailing', 'latest'].includes(first)) return undefined
  const count = /^\d{1,4}$/.test(second) ? Number(second) : numberWords.indexOf(second)
  const grain = grains[third.replace(/s$/, '')]
  if (!grain || count < 1) return undefined
  const end = movedDay(toDay(now), 'day', 1)
  const start = movedDay(end, grain, -count)
  return {
    start,
    end,
    label: `the last ${count} ${grain}${count === 1 ? '' : 's'}`,
    unit: 'day',
    length: 3,
    isRelative: true,
  }
}

/** 2024-03-05, 5 March 2024, March 5 2024. */
function readDay(words: readonly string[]): Period | undefined {
  const [first = '', second = '', third = '', fourth = ''] = words
  if (/^\d{4}-\d{2}-\d{2}$/.test(first)) return dayPeriod(first, 1)
  const year = /^(19|20)\d\d$/
  const date = (text: string) => (/^\d{1,2}(st|nd|rd|th)?$/.test(text) ? Number.parseInt(text, 10) : 0)
  if (date(first) && monthIndex(second) >= 0 && year.test(third))
    return dated(third, monthIndex(second), date(first), 3)
  if (monthIndex(first) < 0 || !date(second)) return undefined
  if (year.test(third)) return dated(third, monthIndex(first), date(second), 3)
  return third === ',' && year.test(fourth) ? dated(fourth, monthIndex(first), date(second), 4) : undefined
}

function dated(year: string, month: number, date: number, length: number): Period | undefined {
  return dayPeriod(`${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`, length)
}

function dayPeriod(day: string, length: number): Period | undefined {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time) || toDay(new Date(time)) !== day) return undefined
  return { start: day, end: movedDay(day, 'day', 1), label: day, unit: 'day', length }
}

/** First day of the period that a day is in; weeks start on Monday. */
export function startOf(grain: Grain, day: string): string {
  const [year, month] = day.split('-') as [string, string]
  switch (grain) {
    case 'year':
      return `${year}-01-01`
    case 'quarter':
      return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`
    case 'month':
      return `${year}-${month}-01`
    case 'week':
      return movedDay(day, 'day', -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
    case 'day':
      return day
  }
}
