import type { Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { aggregateColumn, aggregateOf, aggregatesFor } from './aggregateOf.ts'
import { plainView } from './types.ts'

const amount: Column = { name: 'gross_margin', type: 'decimal', unit: 'currency', currency: 'USD', role: 'measure' }
const share: Column = { name: 'share', type: 'float', unit: 'percent', role: 'share' }
const year: Column = { name: 'year', type: 'integer', role: 'dimension' }
const name: Column = { name: 'account', type: 'text' }

test.each([
  ['amounts are added up', amount, 'sum'],
  ['parts of a whole are not', share, 'average'],
  ['years are names', year, null],
  ['text is not summed up', name, null],
] as const)('behavior: %s', (_name, column, aggregate) => {
  expect(aggregateOf(column, plainView)).toBe(aggregate)
})

test('behavior: what somebody chose comes first', () => {
  expect(aggregateOf(amount, { aggregates: { gross_margin: 'maximum' } })).toBe('maximum')
  expect(aggregateOf(amount, { aggregates: { gross_margin: null } })).toBeNull()
})

test('behavior: a sum of percents is not even offered', () => {
  expect(aggregatesFor(share)).not.toContain('sum')
  expect(aggregatesFor(amount)[0]).toBe('sum')
  expect(aggregatesFor({ name: 'day', type: 'date' })).toContain('minimum')
})

test('behavior: how many values there are is not written as money', () => {
  expect(aggregateColumn(amount, 'count')).toMatchObject({ type: 'integer', unit: 'count' })
  expect(aggregateColumn(amount, 'sum')).toBe(amount)
})
