import { expect, test } from 'vitest'
import { parseFilter } from './explainPlan.ts'

test.each([
  [`order_date>='2025-01-01'::DATE`, { column: 'order_date', operator: '>=', literal: `'2025-01-01'`, type: 'DATE' }],
  ['quantity<-5', { column: 'quantity', operator: '<', literal: '-5', type: 'DOUBLE' }],
  ['year=2024', { column: 'year', operator: '=', literal: '2024', type: 'DOUBLE' }],
])('default: %s', (text, filter) => {
  expect(parseFilter(text)).toEqual([filter])
})

test.each([`channel='Web'`, `name='x'); drop view orders; --'`, 'a IN (1, 2)', 'optional: a>1'])(
  'behavior: %s is not relied on',
  (text) => {
    expect(parseFilter(text)).toEqual([])
  },
)
