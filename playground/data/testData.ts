import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DuckDBInstance } from '@duckdb/node-api'

/** Small enough for a test, large enough for every odd case. */
export const testScale = 0.02

/** A folder of its own for a test file, with a function that removes it. */
export async function makeFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'lakefront-data-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Runs DuckDB statements over a lakehouse folder; every value comes back as text. */
export async function askLakehouse(folder: string, sql: string): Promise<(string | null)[][]> {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  try {
    await connection.run(`create view order_lines as from '${folder}/order_lines/*.parquet'`)
    for (const table of ['products', 'dates', 'accounts', 'exchange_rates']) {
      await connection.run(`create view ${table} as from '${folder}/${table}.parquet'`)
    }
    const rows = (await connection.runAndReadAll(sql)).getRows()
    return rows.map((row) => row.map((value) => (value === null ? null : String(value))))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Runs one statement on an ERP file; integers of any size come back as text. */
export function askErp(file: string, sql: string): (string | null)[][] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const statement = database.prepare(sql)
    statement.setReadBigInts(true)
    const rows = statement.all().map((row) => Object.values(row))
    return rows.map((row) => row.map((value) => (value === null ? null : String(value))))
  } finally {
    database.close()
  }
}
