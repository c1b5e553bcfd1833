import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findTables, tableName } from './folder.ts'

test.each([
  ['orders', 'orders'],
  ['Order Details.2024', 'order_details_2024'],
  ['Zoë-Käufe', 'zoe_kaufe'],
  ['2024', 't_2024'],
  ['--', 't_'],
])('default: %s is called %s', (stem, name) => {
  expect(tableName(stem)).toBe(name)
})

test('behavior: files by stem, folders by name, the rest left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakefront-folder-'))
  for (const file of ['orders.csv', 'Orders.json', 'notes.md', '.hidden.csv']) writeFileSync(join(folder, file), '')
  mkdirSync(join(folder, 'order_lines', 'year=2025'), { recursive: true })
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'order_lines', 'year=2025', 'a.parquet'), '')
  const tables = findTables(folder).map(({ name, format }) => [name, format])
  expect(tables).toEqual(
    expect.arrayContaining([
      ['order_lines', 'parquet'],
      ['orders', expect.any(String)],
      ['orders_2', expect.any(String)],
    ]),
  )
  expect(tables).toHaveLength(3)
})
