import type { Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { visibleColumns } from '../visibleColumns.ts'
import { arrangementOf } from './arrangementOf.ts'
import { shownColumns } from './shownColumns.ts'
import { plainView } from './types.ts'

const columns: Column[] = [
  { name: 'account_id', type: 'integer', role: 'key' },
  { name: 'account', type: 'text' },
  { name: 'margin', type: 'decimal', unit: 'currency' },
]

const shown = shownColumns(visibleColumns(columns), plainView)

test('default: nothing is asked of the rows', () => {
  expect(arrangementOf(columns, shown, plainView, null)).toEqual({
    sort: [],
    filters: [],
    groupBy: null,
    aggregates: [],
    find: null,
  })
})

test('behavior: names become indexes, and aggregates are worked out when they are shown', () => {
  const view = {
    ...plainView,
    sort: [{ column: 'margin', direction: 'descending' as const }],
    filters: { account: { operator: 'contains' as const, text: 'valve' } },
    groupBy: 'account',
  }
  expect(arrangementOf(columns, shown, view, 'oil')).toEqual({
    sort: [{ columnIndex: 2, direction: 'descending' }],
    filters: [{ columnIndex: 1, operator: 'contains', text: 'valve' }],
    groupBy: 1,
    aggregates: [{ columnIndex: 2, aggregate: 'sum' }],
    find: 'oil',
    findIn: [1, 2],
  })
  expect(arrangementOf(columns, shown, { ...plainView, totals: true }, null).aggregates).toHaveLength(1)
})

test('behavior: a view of another result asks nothing', () => {
  const view = { ...plainView, sort: [{ column: 'gone', direction: 'ascending' as const }], groupBy: 'gone' }
  expect(arrangementOf(columns, shown, view, null)).toMatchObject({ sort: [], groupBy: null, aggregates: [] })
})
