import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TableFiles } from '../database/folder.ts'
import { readTableSizes } from './tableSizes.ts'

const path = join(mkdtempSync(join(tmpdir(), 'lakefront-sizes-')), 'lines.parquet')
const table: TableFiles = { name: 'lines', format: 'parquet', paths: [path] }

let connection: DuckDBConnection
beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect()
})
afterAll(() => connection.closeSync())

const write = (rows: number) =>
  connection.run(`copy (select range as id, md5(range::varchar) as note from range(${rows})) to '${path}'`)

test('default: read once, and again when a file has changed', async () => {
  await write(1_000)
  const small = await readTableSizes(connection, table)
  expect([...small.columns.keys()].sort()).toEqual(['id', 'note'])
  expect(small.columns.get('note')!.bytes).toBeGreaterThan(32_000)
  expect(small.footerBytes).toBeGreaterThan(0)
  expect(await readTableSizes(connection, table)).toBe(small)
  await write(10_000)
  const large = await readTableSizes(connection, table)
  expect(large.columns.get('note')!.bytes).toBeGreaterThan(small.columns.get('note')!.bytes * 5)
})
