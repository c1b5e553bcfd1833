import type { Column } from '@lakefront/contract'
import { expect, test } from 'vitest'
import { renderTable } from './table.ts'

const columns: Column[] = [
  { name: 'account_id', type: 'integer', role: 'key' },
  { name: 'account_name', title: 'Account', type: 'text' },
  { name: 'gross_margin', title: 'Gross margin', type: 'decimal', unit: 'currency', currency: 'USD' },
  { name: 'share', title: 'Share', type: 'float', unit: 'percent' },
]

test('default', () => {
  const rows = [
    ['7', 'Great Lakes Fastener & Supply', '2191442.18', 0.119],
    ['9', '北海道ネジ', '-310.5', null],
  ]
  expect(`\n${renderTable(columns, rows, { rowCount: 2 })}\n`).toBe(`
Account                         Gross margin  Share
─────────────────────────────  ─────────────  ─────
Great Lakes Fastener & Supply  $2,191,442.18  11.9%
北海道ネジ                          -$310.50      –
`)
})

test('behavior: an escape sequence in a name does not steer the terminal', () => {
  const text = renderTable(columns, [['1', '\u001b[2JEvil\u202e\r\n', '0', 0]], { rowCount: 1 })
  expect(['\u001b', '\u202e', '\r'].filter((character) => text.includes(character))).toEqual([])
})

test('behavior: exact decimals lose no digit', () => {
  const rows = [['1', 'Big', '123456789012345678901234.56', 0]]
  expect(renderTable(columns, rows, { rowCount: 1 })).toContain('$123,456,789,012,345,678,901,234.56')
})

test('behavior: long results are cut and say so', () => {
  const rows = Array.from({ length: 60 }, (_, index) => [index, `Account ${index}`, '1', 0.1])
  const text = renderTable(columns, rows, { rowCount: 1234 })
  expect(text.split('\n').at(-1)).toBe('… and 1,184 more rows; --json prints all of them')
})

test('behavior: no rows', () => {
  expect(renderTable(columns, [], { rowCount: 0 })).toBe('No rows.')
})
