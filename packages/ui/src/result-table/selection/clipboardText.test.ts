import type { Cell, Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { toHtml, toTabText } from './clipboardText.ts'

const columns: Column[] = [
  { name: 'account', title: 'Account', type: 'text' },
  { name: 'units', type: 'integer' },
]
const copied = (rows: Cell[][], headings = false) => ({
  columns,
  rowCount: rows.length,
  valueAt: (row: number, index: number) => rows[row]?.[index] ?? null,
  headings,
})

test('default', () => {
  const cells = copied([
    ['Acme', '9007199254740993'],
    ['Zoë', null],
  ])
  expect(toTabText(cells)).toBe('Acme\t9007199254740993\nZoë\t')
  expect(toHtml(cells)).toBe(
    '<meta charset="utf-8"><table>' +
      `<tr><td style="mso-number-format:'\\@'">Acme</td><td style="mso-number-format:'\\@'">9007199254740993</td></tr>` +
      `<tr><td style="mso-number-format:'\\@'">Zoë</td><td></td></tr></table>`,
  )
})

test('behavior: whole columns bring their headings', () => {
  expect(toTabText(copied([['Acme', 1]], true))).toBe('Account\tUnits\nAcme\t1')
  expect(toHtml(copied([], true))).toContain('<th>Account</th><th>Units</th>')
})

test('behavior: tabs and lines in a value make no cells, formulas stay text', () => {
  expect(
    toTabText(
      copied([
        ['two\twords\nhere', 1],
        ['=1+1', '-5'],
      ]),
    ),
  ).toBe("two words here\t1\n'=1+1\t-5")
})

test('behavior: tags in a value stay text', () => {
  expect(toHtml(copied([['<img src=x onerror=alert(1)>', 1]]))).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('behavior: a number that a spreadsheet can hold stays a number', () => {
  expect(toHtml(copied([['Acme', '-418']]))).toContain('<td>-418</td>')
})
