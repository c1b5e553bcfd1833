import { expect, test } from 'vitest'
import { shownColumns } from './shownColumns.ts'
import { plainView, type TableView } from './types.ts'

const columns = ['account', 'region', 'margin', 'share'].map((name, columnIndex) => ({
  name,
  type: 'text' as const,
  columnIndex,
  keyIndex: undefined,
}))

const shown = (view: Partial<TableView> = {}) =>
  shownColumns(columns, { ...plainView, ...view }).map(({ name, pinned }) => (pinned ? `${name} ${pinned}` : name))

test('default: as they came, the first stays in sight', () => {
  expect(shown()).toEqual(['account start', 'region', 'margin', 'share'])
})

test.each<[string, Partial<TableView>, string[]]>([
  ['hidden ones are left out', { hidden: ['region', 'account'] }, ['margin', 'share']],
  ['ordered', { order: ['share', 'margin'] }, ['account start', 'share', 'margin', 'region']],
  ['pinned to the end', { pinned: { region: 'end' } }, ['account start', 'margin', 'share', 'region end']],
  ['let go', { pinned: { account: null } }, ['account', 'region', 'margin', 'share']],
  [
    'grouped by one that was hidden',
    { groupBy: 'share', hidden: ['share'] },
    ['share start', 'account start', 'region', 'margin'],
  ],
  [
    'a name that is gone',
    { order: ['gone'], pinned: { gone: 'start' } },
    ['account start', 'region', 'margin', 'share'],
  ],
])('behavior: %s', (_name, view, names) => {
  expect(shown(view)).toEqual(names)
})

test('behavior: an only column scrolls', () => {
  expect(shownColumns(columns.slice(0, 1), plainView)[0]?.pinned).toBeNull()
})
