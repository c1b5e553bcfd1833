import { expect, test } from 'vitest'
import { filterBy, moveBeside, pressSort, setHidden, setWidth } from './changeView.ts'
import { shownColumns } from './shownColumns.ts'
import { plainView, type TableView } from './types.ts'

const columns = (['text', 'decimal', 'text'] as const).map((type, columnIndex) => ({
  name: ['account', 'margin', 'region'][columnIndex]!,
  type,
  columnIndex,
  keyIndex: undefined,
}))
const [account, margin, region] = columns as [(typeof columns)[0], (typeof columns)[0], (typeof columns)[0]]
const press = (view: TableView, column = margin, add = false) => pressSort(column, { add })(view)
const sorts = (view: TableView) => view.sort.map(({ column, direction }) => `${column} ${direction}`)

test('behavior: a press sorts numbers from the largest, then from the smallest, then not at all', () => {
  const first = press(plainView)
  expect(sorts(first)).toEqual(['margin descending'])
  expect(sorts(press(first))).toEqual(['margin ascending'])
  expect(sorts(press(press(first)))).toEqual([])
})

test('behavior: text is sorted from A, and a press without adding forgets the others', () => {
  expect(sorts(press(press(plainView), account))).toEqual(['account ascending'])
})

test('behavior: added columns keep their place, whichever way they turn', () => {
  const two = press(press(plainView, account, true), margin, true)
  expect(sorts(two)).toEqual(['account ascending', 'margin descending'])
  const turned = press(two, account, true)
  expect(sorts(turned)).toEqual(['account descending', 'margin descending'])
  expect(sorts(press(turned, account, true))).toEqual(['margin descending'])
})

test('behavior: a filter without a condition is none', () => {
  const filtered = filterBy('account', { operator: 'contains', text: 'valve' })(plainView)
  expect(filtered.filters).toEqual({ account: { operator: 'contains', text: 'valve' } })
  expect(filterBy('account', undefined)(filtered).filters).toEqual({})
})

test('behavior: hiding twice hides once', () => {
  const hidden = setHidden('margin', true)(setHidden('margin', true)(plainView))
  expect(hidden.hidden).toEqual(['margin'])
  expect(setHidden('margin', false)(hidden).hidden).toEqual([])
})

test('behavior: no column vanishes by being made narrow', () => {
  expect(setWidth('margin', -10)(plainView).widths.margin).toBeGreaterThan(20)
  expect(setWidth('margin', undefined)({ ...plainView, widths: { margin: 90 } }).widths).toEqual({})
})

test.each([
  ['after', region, ['account', 'region', 'margin']],
  ['before', account, ['margin', 'account', 'region']],
] as const)('behavior: moved %s another, it stays where that one stays', (where, other, names) => {
  const shown = shownColumns(columns, plainView)
  const target = shown.find(({ name }) => name === other.name)!
  const moved = shownColumns(columns, moveBeside(columns, 'margin', target, where)(plainView))
  expect(moved.map(({ name }) => name)).toEqual(names)
  expect(moved.find(({ name }) => name === 'margin')?.pinned).toBe(target.pinned)
})
