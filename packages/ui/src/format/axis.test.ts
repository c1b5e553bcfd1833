import type { Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { createFormat } from './createFormat.ts'
import { isTimeValue, timeOf } from './timeValue.ts'

const english = createFormat({ locale: 'en-US', timeZone: 'America/New_York', messages: en })
const german = createFormat({ locale: 'de-DE', timeZone: 'Europe/Berlin', messages: de })
const money: Column = { name: 'x', type: 'decimal', unit: 'currency', currency: 'USD' }
const count: Column = { name: 'x', type: 'integer', unit: 'count' }

test.each([
  ['money', money, [-200_000, 0, 2_500_000], ['−$200K', '$0', '$2.5M']],
  ['shares', { ...money, unit: 'percent' as const }, [0, 0.05], ['0%', '5%']],
  ['counts that differ late', count, [1_000_001, 1_000_002], ['1.000001M', '1.000002M']],
  ['vast counts', count, [0, 2e18], ['0', '2E18']],
])('parameters: %s', (_name, column, values, texts) => {
  expect(english.axis(values, column)).toEqual(texts)
})

test.each([
  ['2026', '2026', '2026'],
  ['2026-Q3', '2026-Q3', '2026-Q3'],
  ['2026-03', 'Mar 2026', 'März 2026'],
  ['2026-03-31', 'Mar 31', '31. März'],
])('parameters: the time %s', (value, inEnglish, inGerman) => {
  expect(english.chartTime(value)).toBe(inEnglish)
  expect(german.chartTime(value)).toBe(inGerman)
})

test('behavior: every way of writing a time has its place, and nothing else has', () => {
  const written = ['2026', '2026-Q2', '2026-05', '2026-05-02', '2026-05-02 10:00', '2026-05-02T11:00:00Z']
  const places = written.map(timeOf)
  expect(places.toSorted((left, right) => left - right)).toEqual([places[0], places[1], ...places.slice(2)])
  expect(['2026-13', '2026-Q5', 'May', '', null].some(isTimeValue)).toBe(false)
})

test('behavior: a day of more than one year has its year', () => {
  expect(english.chartTime('2026-03-31', { withYear: true })).toBe('Mar 31, 2026')
  expect(german.chartTime('2026-03-31', { withYear: true })).toBe('31. März 2026')
  expect(english.chartTime('2026-Q1', { withYear: true })).toBe('2026-Q1')
})
