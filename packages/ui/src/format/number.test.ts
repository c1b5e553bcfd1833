import type { Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { createNumberFormats, formatNumber, isNumeric } from './number.ts'

const english = createNumberFormats('en-US')
const german = createNumberFormats('de-DE')
const dollars: Column = { name: 'revenue', type: 'decimal', unit: 'currency', currency: 'USD' }

test('default', () => {
  expect(formatNumber(english, '2184310.44', dollars)).toBe('$2,184,310.44')
})

test.each([
  ['thirty digits', '123456789012345678901234567890.12', '$123,456,789,012,345,678,901,234,567,890.12'],
  ['a cent that floats would lose', '90071992547409.93', '$90,071,992,547,409.93'],
  ['below zero, with a true minus', '-418.20', '−$418.20'],
  ['nothing left of a tiny loss', '-0.001', '$0.00'],
  ['whole dollars', '1204', '$1,204.00'],
])('behavior: money, %s', (_name, value, text) => {
  expect(formatNumber(english, value, dollars)).toBe(text)
})

test.each([
  ['a decimal with a scale', '12.5', { name: 'weight', type: 'decimal', scale: 3 }, '12.500'],
  ['a decimal keeps every digit', '0.12345678901234567891', { name: 'x', type: 'decimal' }, '0.12345678901234567891'],
  ['a 64-bit integer', '9223372036854775807', { name: 'rows', type: 'integer' }, '9,223,372,036,854,775,807'],
  ['a key is a name', '1001', { name: 'account_id', type: 'integer' }, '1001'],
  ['a key is a name in camel case too', '11021', { name: 'orderID', type: 'integer' }, '11021'],
  ['a word that ends like a key is a quantity', '11021', { name: 'paid', type: 'integer' }, '11,021'],
  ['a year is a name', 2025, { name: 'year', type: 'integer', role: 'dimension' }, '2025'],
  ['a measure is a quantity', 2025, { name: 'orders', type: 'integer', role: 'measure' }, '2,025'],
  ['a share', 0.1187, { name: 'share', type: 'float', unit: 'percent' }, '11.9%'],
  [
    'Canadian dollars are not taken for ours',
    '5',
    { name: 'x', type: 'decimal', unit: 'currency', currency: 'CAD' },
    'CA$5.00',
  ],
  ['yen have no cents', '1500', { name: 'x', type: 'decimal', unit: 'currency', currency: 'JPY' }, '¥1,500'],
] satisfies [string, number | string, Column, string][])('behavior: %s', (_name, value, column, text) => {
  expect(formatNumber(english, value, column)).toBe(text)
})

test('parameters: locale', () => {
  expect(formatNumber(german, '-2184310.44', dollars)).toBe('−2.184.310,44\u00a0$')
})

test.each([
  ['12', true],
  ['-0.50', true],
  [3, true],
  ['', false],
  ['1e5', false],
  ['SO-1', false],
  [null, false],
  [Number.NaN, false],
])('behavior: whether %s is a number: %s', (value, numeric) => {
  expect(isNumeric(value)).toBe(numeric)
})
