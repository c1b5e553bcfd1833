import type { Column, Cost } from '@lakefront/react'
import { expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { isNegative } from './cell.ts'
import { createFormat } from './createFormat.ts'

const english = createFormat({ locale: 'en-US', timeZone: 'America/New_York', messages: en })
const german = createFormat({ locale: 'de-DE', timeZone: 'Europe/Berlin', messages: de })
const narrow = (text: string) => text.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')

test.each([
  ['a date has no zone, so it never shifts', '2026-11-20', 'date', 'Nov 20, 2026'],
  ['an instant is in the reader’s zone', '2026-11-20T15:41:07Z', 'timestamp', 'Nov 20, 2026, 10:41 AM'],
  ['a wall clock stays as the source has it', '2026-11-20T15:41:07', 'timestamp', 'Nov 20, 2026, 3:41 PM'],
  ['a clock at midnight means the day', '2026-11-20T00:00:00.000', 'timestamp', 'Nov 20, 2026'],
  ['an instant at midnight is one all the same', '2026-11-20T05:00:00Z', 'timestamp', 'Nov 20, 2026, 12:00 AM'],
  ['nanoseconds do not upset it', '2026-11-20T15:41:07.123456789Z', 'timestamp', 'Nov 20, 2026, 10:41 AM'],
  ['a year before the first has its era', '-000043-03-15', 'date', 'Mar 15, 44 BC'],
  ['so has a clock', '-000043-03-15T10:00:00.000', 'timestamp', 'Mar 15, 44 BC, 10:00 AM'],
  ['a year of five digits', '+010000-01-01', 'date', 'Jan 1, 10000'],
  ['a day beyond what can be reckoned', '+5881580-07-10', 'date', '+5881580-07-10'],
  ['a day that never comes', 'infinity', 'date', 'infinity'],
  ['bytes', 'AP8Q', 'binary', '3 bytes · 00 ff 10'],
  ['no bytes', '', 'binary', '0 bytes'],
  ['many bytes', btoa('Lakefront '.repeat(200)), 'binary', '2 kB · 4c 61 6b 65 66 72 6f 6e 74 20 4c 61 …'],
  ['a float that is no number', 'NaN', 'float', 'NaN'],
  ['a float without end', '-Infinity', 'float', '−∞'],
  ['a float below zero that is zero', '-0', 'float', '0'],
  ['a vast float', 1e300, 'float', '1E300'],
  ['a tiny float', 1.5e-10, 'float', '1.5E−10'],
  ['a wide integer', '18446744073709551615', 'decimal', '18,446,744,073,709,551,615'],
  [
    'a wide decimal, to its last digit',
    '-12345678901234567890123456789012345.678',
    'decimal',
    '−12,345,678,901,234,567,890,123,456,789,012,345.678',
  ],
  ['a struct', '{"a":"1.50"}', 'struct', '{"a":"1.50"}'],
  ['what is no date is shown as it is', 'soon', 'date', 'soon'],
  ['a truth', true, 'boolean', 'Yes'],
  ['a list', '[1,2]', 'list', '[1,2]'],
  ['a number that is none', 'n/a', 'decimal', 'n/a'],
  ['nothing', null, 'text', ''],
] as const)('behavior: %s', (_name, value, type, text) => {
  expect(narrow(english.cell(value, { name: 'x', type }))).toBe(text)
})

test('parameters: locale', () => {
  expect(german.cell('2026-11-20', { name: 'x', type: 'date' })).toBe('20.11.2026')
  expect(german.timeOfDay('2026-11-20T09:41:07Z')).toBe('10:41:07')
  expect(german.rows(1)).toBe('1 Zeile')
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_200_000_000, '1.2 GB'],
  [512_000_000_000, '512 GB'],
  [1_500_000_000_000, '1.5 TB'],
])('behavior: %s bytes', (bytes, text) => {
  expect(narrow(english.bytes(bytes))).toBe(text)
})

test.each([
  [0.4, '0 ms'],
  [84, '84 ms'],
  [710, '0.71 s'],
  [12_300, '12 s'],
  [125_000, '2:05'],
])('behavior: %s milliseconds', (durationMs, text) => {
  expect(narrow(english.duration(durationMs))).toBe(text)
})

const amount = (costUsd: number | null) => ({ bytesScanned: null, costUsd })
const estimate = (low: number | null, high: number | null, expected = high): Cost['estimate'] => ({
  low: amount(low),
  expected: amount(expected),
  high: amount(high),
  confidence: 'heuristic',
  basis: '',
})

test.each([
  ['a range', estimate(0.03, 0.05), '$0.03–$0.05'],
  ['one amount when both ends read the same', estimate(0.031, 0.034), '$0.03'],
  ['below a cent it still says something', estimate(0.005, 0.0073), '$0.005–$0.0073'],
  ['next to nothing', estimate(0, 0.0000036), '<$0.0001'],
  ['known to be free', estimate(0, 0), '$0.00'],
  ['unknown is not zero', estimate(null, null), undefined],
])('behavior: an estimate, %s', (_name, value, text) => {
  expect(english.estimate(value)).toBe(text)
})

test.each([
  ['-418.20', true],
  ['-0.00', false],
  ['418.20', false],
  [-1, true],
  [null, false],
])('behavior: whether %s is below zero: %s', (value, negative) => {
  const column: Column = { name: 'x', type: 'decimal' }
  expect(isNegative(value, column)).toBe(negative)
})
