import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { resolve } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Where the benches keep their files: with everything else that is generated. */
export const benchFolder = resolve(import.meta.dirname, '../../.lakefront/bench')

/** Tables of the benches, and their rows. */
export const tables = { deals: 1_000_000, some_deals: 100_000 } as const

export type TableName = keyof typeof tables

/** The statement that all arms run. No `limit` in it: that alone would make the first row fourteen times later. */
export const selectAll = (table: TableName) => `select * from ${table}`

/** Writes the Parquet files that are not there yet; the same rows every time. */
export async function makeDataset(): Promise<string> {
  mkdirSync(benchFolder, { recursive: true })
  for (const [table, rowCount] of Object.entries(tables)) {
    const file = `${benchFolder}/${table}.parquet`
    if (!existsSync(file)) await writeRows(file, rowCount)
  }
  return benchFolder
}

/** Eight columns, about 65 bytes a row in Arrow: numbers, decimals and floats with nulls, short and long strings. */
async function writeRows(file: string, rowCount: number): Promise<void> {
  const unfinished = `${file}.unfinished`
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`copy (
    select
      i::integer as id,
      (i * 1000003)::bigint as account_id,
      case when i % 13 = 0 then null else (hash(i) % 100000000 / 100)::decimal(12, 2) end as amount,
      ['Prospecting', 'Qualified', 'Proposal', 'Negotiation', 'Won'][(1 + hash(i + 1) % 5)::integer] as stage,
      'Account ' || hash(i + 2) % 1000000 as account_name,
      date '2018-01-01' + (hash(i + 3) % 3240)::integer as close_date,
      case when i % 17 = 0 then null else hash(i + 4) % 1000 / 1000 end::double as probability,
      hash(i + 5) % 2 = 0 as is_new
    from range(${rowCount}) numbers(i)
  ) to '${unfinished}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
  renameSync(unfinished, file)
}
