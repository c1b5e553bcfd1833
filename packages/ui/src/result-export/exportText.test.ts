import type { Cell, Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { csvBlob, type ExportRows, fileName, harmless, toTabular } from './exportText.ts'

const columns: Column[] = [
  { name: 'account_name', title: 'Account', type: 'text' },
  { name: 'gross_margin', type: 'decimal' },
]

function rowsOf(rows: Cell[][]): ExportRows {
  return { columns, rowCount: rows.length, valueAt: (row, column) => rows[row]?.[column] ?? null }
}

const csvOf = async (rows: ExportRows) => (await csvBlob(rows, new AbortController().signal)).text()

test('default', async () => {
  expect(await csvOf(rowsOf([['Acme', '12.50']]))).toBe('Account,Gross margin\r\nAcme,12.50\r\n')
})

test.each([
  ['a comma', 'Valve, Pump & Co', '"Valve, Pump & Co"'],
  ['quotes', 'The "Best" Co', '"The ""Best"" Co"'],
  ['a line break', 'two\nlines', '"two\nlines"'],
  ['nothing', null, ''],
  ['an empty text', '', '""'],
  ['accents and other scripts', 'مصانع Zoë', 'مصانع Zoë'],
])('behavior: quotes %s as RFC 4180 has it', async (_name, value, text) => {
  expect(await csvOf(rowsOf([[value, null]]))).toBe(`Account,Gross margin\r\n${text},\r\n`)
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
  expect(harmless('-Infinity', { name: 'x', type: 'float' })).toBe('-Infinity')
  expect(harmless('-000043-03-15', { name: 'x', type: 'date' })).toBe('-000043-03-15')
})

test('behavior: a heading cannot start a formula either', async () => {
  const rows = { columns: [{ name: 'x', title: '=1+1', type: 'text' as const }], rowCount: 0, valueAt: () => null }
  expect(await csvOf(rows)).toBe("'=1+1\r\n")
})

test('behavior: while a long table is written, others get their turn, and it can be stopped', async () => {
  const rows = { columns, rowCount: 12_000, valueAt: (row: number) => String(row) }
  const controller = new AbortController()
  let turns = 0
  const turn = () => {
    turns += 1
    setImmediate(turn)
  }
  const handle = setImmediate(turn)
  expect((await csvOf(rows)).split('\r\n')).toHaveLength(12_002)
  clearImmediate(handle)
  expect(turns).toBeGreaterThan(1)
  const writing = csvBlob(rows, controller.signal)
  controller.abort()
  await expect(writing).rejects.toThrow('aborted')
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
