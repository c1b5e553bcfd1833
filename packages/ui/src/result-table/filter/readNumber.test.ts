import type { Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { readNumber, writeNumber } from './readNumber.ts'

const amount: Column = { name: 'amount', type: 'decimal' }
const percent: Column = { name: 'share', type: 'float', unit: 'percent' }

test.each([
  ['1234.5', 'en-US', '1234.5'],
  ['1,234.5', 'en-US', '1234.5'],
  ['1.234,5', 'de-DE', '1234.5'],
  ["1'234.5", 'de-CH', '1234.5'],
  ['$1,000', 'en-US', '1000'],
  ['−12,50 €', 'de-DE', '-12.50'],
  ['.5', 'en-US', '0.5'],
  ['90071992547409931.02', 'en-US', '90071992547409931.02'],
])('behavior: %s in %s is %s', (text, locale, number) => {
  expect(readNumber(text, amount, locale)).toBe(number)
})

test.each(['twelve', '1.2.3', '--1', '12a', ''])('behavior: %j is no number', (text) => {
  expect(readNumber(text, amount, 'en-US')).toBeUndefined()
})

test.each([
  ['25', '0.25'],
  ['25 %', '0.25'],
  ['-0.5', '-0.005'],
  ['150', '1.5'],
  ['0', '0'],
])('behavior: %s percent is %s, and reads the same again', (text, fraction) => {
  expect(readNumber(text, percent, 'en-US')).toBe(fraction)
  expect(readNumber(writeNumber(fraction, percent, 'en-US'), percent, 'en-US')).toBe(fraction)
})
