import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

export type Oracle = {
  /** Rows of a statement that a person wrote, every value as text (or null), as DuckDB prints it. */
  rows(sql: string): Promise<(string | null)[][]>
  close(): Promise<void>
}

export type OracleTable = {
  schema: string
  name: string
  /** Column name to DuckDB type. */
  columns: Readonly<Record<string, string>>
  /** Every value as text or null, so that nothing is rounded on the way. */
  rows: readonly Readonly<Record<string, string | null>>[]
}

/**
 * One DuckDB that holds the raw data of every system, for statements written by hand. It shares no code with the
 * gateway: what both say must be true for a better reason.
 *
 * @param options.folders - Schema name to a folder of Parquet or CSV files; a file or subfolder is a table.
 */
export async function openOracle(options: {
  folders: Readonly<Record<string, string>>
  nullText?: string
  tables?: readonly OracleTable[]
}): Promise<Oracle> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const scratch = await mkdtemp(join(tmpdir(), 'lakefront-oracle-'))

  for (const [schema, folder] of Object.entries(options.folders)) {
    await connection.run(`create schema if not exists ${schema}`)
    for (const [table, reader] of await readers(folder, scratch, options.nullText)) {
      await connection.run(`create view ${schema}."${table}" as select * from ${reader}`)
    }
  }
  for (const [index, table] of (options.tables ?? []).entries()) {
    const file = join(scratch, `${index}.json`)
    await writeFile(file, JSON.stringify(table.rows))
    const asText = Object.keys(table.columns).map((name) => `"${name}": 'VARCHAR'`)
    const typed = Object.entries(table.columns).map(([name, type]) => `cast("${name}" as ${type}) as "${name}"`)
    await connection.run(`create schema if not exists ${table.schema}`)
    await connection.run(
      `create table ${table.schema}."${table.name}" as select ${typed} from read_json('${file}', columns = {${asText}})`,
    )
  }

  return {
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql)
      return reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))))
    },
    async close() {
      connection.closeSync()
      instance.closeSync()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

async function readers(folder: string, scratch: string, nullText = ''): Promise<[table: string, reader: string][]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries.map(async (entry): Promise<[string, string][]> => {
    const path = join(folder, entry.name)
    const table = entry.name.replace(/\.(parquet|csv)$/, '')
    if (entry.isDirectory()) return [[table, `read_parquet('${path}/*.parquet')`]]
    if (entry.name.endsWith('.parquet')) return [[table, `read_parquet('${path}')`]]
    if (!entry.name.endsWith('.csv')) return []
    const clean = join(scratch, entry.name)
    await writeFile(clean, cleanCsv(await readFile(path, 'utf8')))
    return [[table, `read_csv('${clean}', header = true, delim = ',', quote = '"', nullstr = '${nullText}')`]]
  })
  return (await Promise.all(found)).flat()
}

/** Quotes every cell. In some exports text is not quoted: there a comma before a space belongs to the text. */
function cleanCsv(text: string): string {
  const cells = /"((?:[^"]|"")*)"(?=,|\r?\n|$)|((?:[^,\n\r]|,(?= ))*)/y
  return text
    .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((line) => line !== '')
    .map((line) => {
      const quoted: string[] = []
      for (let at = 0; at <= line.length; at = cells.lastIndex + 1) {
        cells.lastIndex = at
        const [, inQuotes, bare = ''] = cells.exec(line)!
        quoted.push(inQuotes === undefined && bare === 'NULL' ? bare : `"${inQuotes ?? bare.replaceAll('"', '""')}"`)
      }
      return quoted.join(',')
    })
    .join('\n')
}
