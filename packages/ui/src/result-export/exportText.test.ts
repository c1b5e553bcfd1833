import type { Cell, Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { csvChunks, type ExportRows, fileName, harmless, toTabular } from './exportText.ts'

const columns: Column[] = [
  { name: 'account_name', title: 'Account', type: 'text' },
  { name: 'gross_margin', type: 'decimal' },
]

function rowsOf(rows: Cell[][]): ExportRows {
  return { columns, rowCount: rows.length, valueAt: (row, column) => rows[row]?.[column] ?? null }
}

test('default', () => {
  const csv = [...csvChunks(rowsOf([['Acme', '12.50']]))].join('')
  expect(csv).toBe('Account,Gross margin\r\nAcme,12.50\r\n')
})

test.each([
  ['a comma', 'Valve, Pump & Co', '"Valve, Pump & Co"'],
  ['quotes', 'The "Best" Co', '"The ""Best"" Co"'],
  ['a line break', 'two\nlines', '"two\nlines"'],
  ['nothing', null, ''],
  ['accents and other scripts', 'مصانع Zoë', 'مصانع Zoë'],
])('behavior: quotes %s as RFC 4180 has it', (_name, value, text) => {
  expect([...csvChunks(rowsOf([[value, null]]))][1]).toBe(`${text},\r\n`)
})

test.each([
  ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
  ['+1 216 555 0100', "'+1 216 555 0100"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['Acme = good', 'Acme = good'],
])('behavior: %j cannot start a formula', (value, text) => {
  expect(harmless(value, { name: 'x', type: 'text' })).toBe(text)
})

test('behavior: negative numbers stay numbers, but only real ones', () => {
  expect(harmless('-418.20', { name: 'x', type: 'decimal' })).toBe('-418.20')
  expect(harmless(-3, { name: 'x', type: 'integer' })).toBe('-3')
  expect(harmless('-1+cmd', { name: 'x', type: 'decimal' })).toBe("'-1+cmd")
})

test('behavior: a heading cannot start a formula either', () => {
  const rows = { columns: [{ name: 'x', title: '=1+1', type: 'text' as const }], rowCount: 0, valueAt: () => null }
  expect([...csvChunks(rows)]).toEqual(["'=1+1\r\n"])
})

test('behavior: a long table is written in pieces', () => {
  const rows = { columns, rowCount: 12_000, valueAt: (row: number) => String(row) }
  const chunks = [...csvChunks(rows)]
  expect(chunks.length).toBe(4)
  expect(chunks.join('').split('\r\n').length).toBe(12_002)
})

test('behavior: what is copied pastes as cells', () => {
  expect(toTabular(rowsOf([['two\twords\nand lines', '1']]))).toBe('Account\tGross margin\ntwo words and lines\t1')
})

test.each([
  ['Gross margin by account', 'gross-margin-by-account-2026-11-20.csv'],
  ['../../etc: "passwd"', 'etc-passwd-2026-11-20.csv'],
  ['', 'result-2026-11-20.csv'],
])('behavior: the file of %j is %s', (title, name) => {
  expect(fileName(title, new Date('2026-11-20T12:00:00Z'), 'csv')).toBe(name)
})
