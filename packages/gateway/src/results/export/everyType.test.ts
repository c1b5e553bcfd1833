import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { Cell, Column, ResultPage } from '@lakefront/contract'
import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../../../client/src/index.ts'
import { cellReader } from '../../../../client/src/results/cellReader.ts'
import { createFormat } from '../../../../ui/src/format/createFormat.ts'
import { en } from '../../../../ui/src/messages/en.ts'
import { toTabText } from '../../../../ui/src/result-table/selection/clipboardText.ts'
import { rowsOfDuckdb } from '../../arrow/duckdb/fromDuckdb.ts'
import { createToken } from '../../auth/createToken.ts'
import { startLakehouse } from '../../lakehouse/startLakehouse.ts'
import { serveGateway } from '../../node.ts'
import { openEmptyDatabase } from '../../testing/emptyDatabase.ts'
import { startScriptedSource } from '../../testing/startScriptedSource.ts'

/** A value as its source writes it, as a cell, and as a reader in New York sees it. */
type Case = [source: string, type: Column['type'], cell: Cell, shown: string]

const duckdbCases: Case[] = [
  [`true`, 'boolean', true, 'Yes'],
  [`cast(-128 as tinyint)`, 'integer', -128, '−128'],
  [`cast(65535 as usmallint)`, 'integer', 65535, '65,535'],
  [`cast(4294967295 as uinteger)`, 'integer', '4294967295', '4,294,967,295'],
  [`cast('-9223372036854775808' as bigint)`, 'integer', '-9223372036854775808', '−9,223,372,036,854,775,808'],
  [`cast('18446744073709551615' as ubigint)`, 'decimal', '18446744073709551615', '18,446,744,073,709,551,615'],
  [
    `cast('-99999999999999999999999999999999999999' as hugeint)`,
    'decimal',
    '-99999999999999999999999999999999999999',
    '−99,999,999,999,999,999,999,999,999,999,999,999,999',
  ],
  [
    `cast('340282366920938463463374607431768211455' as uhugeint)`,
    'decimal',
    '340282366920938463463374607431768211455',
    '340,282,366,920,938,463,463,374,607,431,768,211,455',
  ],
  [`cast('-0.05' as decimal(4,2))`, 'decimal', '-0.05', '−0.05'],
  [
    `cast('1234567890123456789012345678.0123456789' as decimal(38,10))`,
    'decimal',
    '1234567890123456789012345678.0123456789',
    '1,234,567,890,123,456,789,012,345,678.0123456789',
  ],
  [`cast(0.1 as double)`, 'float', 0.1, '0.1'],
  [`cast('nan' as double)`, 'float', 'NaN', 'NaN'],
  [`cast('-infinity' as double)`, 'float', '-Infinity', '−∞'],
  [`cast('-0' as double)`, 'float', '-0', '0'],
  [`cast('2026-11-20' as date)`, 'date', '2026-11-20', 'Nov 20, 2026'],
  [`cast('0044-03-15 (BC)' as date)`, 'date', '-000043-03-15', 'Mar 15, 44 BC'],
  [`cast('9999-12-31' as date)`, 'date', '9999-12-31', 'Dec 31, 9999'],
  [
    `cast('2026-11-20 15:41:07.000001' as timestamp)`,
    'timestamp',
    '2026-11-20T15:41:07.000001',
    'Nov 20, 2026, 3:41 PM',
  ],
  [`cast('2026-11-20 15:41:07' as timestamp_s)`, 'timestamp', '2026-11-20T15:41:07.000', 'Nov 20, 2026, 3:41 PM'],
  [`cast('2026-11-20 15:41:07.5' as timestamp_ms)`, 'timestamp', '2026-11-20T15:41:07.500', 'Nov 20, 2026, 3:41 PM'],
  [
    `cast('2026-11-20 15:41:07.123456789' as timestamp_ns)`,
    'timestamp',
    '2026-11-20T15:41:07.123456789',
    'Nov 20, 2026, 3:41 PM',
  ],
  [`cast('2026-11-20 15:41:07+00' as timestamptz)`, 'timestamp', '2026-11-20T15:41:07.000Z', 'Nov 20, 2026, 10:41 AM'],
  [`cast('10:11:12.5' as time)`, 'text', '10:11:12.5', '10:11:12.5'],
  [`cast('1 month 2 days 03:00:00' as interval)`, 'text', '1 month 2 days 03:00:00', '1 month 2 days 03:00:00'],
  [`'Zoë said "x", = '`, 'text', 'Zoë said "x", = ', 'Zoë said "x", = '],
  [`repeat('long ', 60000)`, 'text', 'long '.repeat(60_000), 'long '.repeat(60_000)],
  [`''`, 'text', '', ''],
  [`cast('ab' as blob)`, 'binary', 'YWI=', '2 bytes · 61 62'],
  [
    `cast('8a2c6e30-0000-4000-8000-000000000001' as uuid)`,
    'text',
    '8a2c6e30-0000-4000-8000-000000000001',
    '8a2c6e30-0000-4000-8000-000000000001',
  ],
  [`cast('10101' as bit)`, 'text', '10101', '10101'],
  [`cast('{"a": 1.50}' as json)`, 'struct', '{"a": 1.50}', '{"a": 1.50}'],
  [`[[cast('9007199254740993' as bigint)], []]`, 'list', '[["9007199254740993"],[]]', '[["9007199254740993"],[]]'],
  [`[{'a': cast('1.50' as decimal(4,2)), 'b': null}]`, 'list', '[{"a":"1.50","b":null}]', '[{"a":"1.50","b":null}]'],
  [`map(['k'], [1])`, 'struct', '{"k":1}', '{"k":1}'],
]

const postgresCases: Case[] = [
  [`true`, 'boolean', true, 'Yes'],
  [`(-32768)::smallint`, 'integer', -32768, '−32,768'],
  [`9223372036854775807`, 'integer', '9223372036854775807', '9,223,372,036,854,775,807'],
  [
    `'12345678901234567890123456789.0123456'::numeric`,
    'decimal',
    '12345678901234567890123456789.0123456',
    '12,345,678,901,234,567,890,123,456,789.0123456',
  ],
  [`'NaN'::numeric`, 'decimal', 'NaN', 'NaN'],
  [`'-Infinity'::float8`, 'float', '-Infinity', '−∞'],
  [`'-0'::float8`, 'float', '-0', '0'],
  [`0.1::float4`, 'float', 0.1, '0.1'],
  [`'0044-03-15 BC'::date`, 'date', '-000043-03-15', 'Mar 15, 44 BC'],
  [`'10000-01-01'::date`, 'date', '+010000-01-01', 'Jan 1, 10000'],
  [`'infinity'::date`, 'date', 'infinity', 'infinity'],
  [`'2026-11-20 15:41:07.123456'::timestamp`, 'timestamp', '2026-11-20T15:41:07.123456', 'Nov 20, 2026, 3:41 PM'],
  [`'2026-11-20 00:00:00'::timestamp`, 'timestamp', '2026-11-20T00:00:00.000', 'Nov 20, 2026'],
  [`'2026-11-20 17:41:07+02'::timestamptz`, 'timestamp', '2026-11-20T15:41:07.000Z', 'Nov 20, 2026, 10:41 AM'],
  [`'10:11:12'::time`, 'text', '10:11:12', '10:11:12'],
  [`interval '1 mon 2 days'`, 'text', '1 mon 2 days', '1 mon 2 days'],
  [`''`, 'text', '', ''],
  [`'\\x00ff10'::bytea`, 'binary', 'AP8Q', '3 bytes · 00 ff 10'],
  [
    `'8a2c6e30-0000-4000-8000-000000000001'::uuid`,
    'text',
    '8a2c6e30-0000-4000-8000-000000000001',
    '8a2c6e30-0000-4000-8000-000000000001',
  ],
  [
    `'{"a": 1.50, "b": 9007199254740993}'::jsonb`,
    'struct',
    '{"a": 1.50, "b": 9007199254740993}',
    '{"a": 1.50, "b": 9007199254740993}',
  ],
  [`array[1, null, 3]`, 'list', '[1,null,3]', '[1,null,3]'],
  [`array[9007199254740993]`, 'list', '["9007199254740993"]', '["9007199254740993"]'],
  [
    `array[['a "b"', 'c,d'], ['{}', 'NULL']]`,
    'list',
    '[["a \\"b\\"","c,d"],["{}","NULL"]]',
    '[["a \\"b\\"","c,d"],["{}","NULL"]]',
  ],
  [`array['{"a":1}'::jsonb]`, 'list', '[{"a": 1}]', '[{"a": 1}]'],
]

/** Another maker's server: names, its own type names, and JSON. */
const jsonCases: [value: unknown, typeName: string | undefined, ...rest: [Column['type'], Cell, string]][] = [
  ['9223372036854775807', 'BIGINT', 'integer', '9223372036854775807', '9,223,372,036,854,775,807'],
  ['18446744073709551615', 'UINT64', 'decimal', '18446744073709551615', '18,446,744,073,709,551,615'],
  ['0.10', 'DECIMAL(38,2)', 'decimal', '0.10', '0.10'],
  ['2026-11-20T15:41:07.123456Z', 'TIMESTAMP', 'timestamp', '2026-11-20T15:41:07.123456Z', 'Nov 20, 2026, 10:41 AM'],
  [
    '2026-11-20 15:41:07.123456789',
    'TIMESTAMP_NTZ',
    'timestamp',
    '2026-11-20T15:41:07.123456789',
    'Nov 20, 2026, 3:41 PM',
  ],
  ['2026-02-30', 'DATE', 'text', '2026-02-30', '2026-02-30'],
  ['AP8Q', 'BINARY', 'binary', 'AP8Q', '3 bytes · 00 ff 10'],
  [[1, { a: 'x' }], 'ARRAY<STRUCT>', 'list', '[1,{"a":"x"}]', '[1,{"a":"x"}]'],
  [{ a: null }, undefined, 'struct', '{"a":null}', '{"a":null}'],
  ['007', undefined, 'text', '007', '007'],
  ['', undefined, 'text', '', ''],
  [1.5, 'DOUBLE', 'float', 1.5, '1.5'],
]

const jwtSecret = 'a secret for tests that is long enough'
const endings: (() => Promise<unknown>)[] = []
let folder: string
let duckdb: DuckDBConnection
let client: ReturnType<typeof createClient>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'types-'))
  await mkdir(join(folder, 'lakehouse'))
  await writeFile(join(folder, 'lakehouse', 'one.csv'), 'one\n1\n')
  duckdb = await (await DuckDBInstance.create()).connect()
  const lakehouse = await startLakehouse({ folder: join(folder, 'lakehouse'), port: 0 })
  const postgres = await startPostgres()
  const scripted = await startScriptedSource(async () => {
    const columns = jsonCases.map(([, typeName], index) => ({ name: `c${index}`, type: typeName }))
    const rows = [jsonCases.map(([value]) => value), jsonCases.map(() => null)]
    return { content: [{ type: 'text', text: JSON.stringify({ columns, rows }) }] }
  })
  const served = await serveGateway({
    port: 0,
    config: {
      sources: {
        lakehouse: { mcp: { url: lakehouse.url }, dialect: 'duckdb' },
        crm: { postgres: { url: postgres.url } },
        other: { mcp: { url: scripted.url }, dialect: 'databricks' },
      },
      authentication: { jwtSecret },
    },
  })
  const token = await createToken({ jwtSecret, userId: 'zoe', tenantId: 'erie' })
  client = createClient({ gatewayUrl: served.url, getAccessToken: () => token })
  endings.push(
    () => client.close(),
    () => served.close(),
    () => lakehouse.close(),
    postgres.close,
    () => scripted.close(),
    async () => duckdb.closeSync(),
    () => rm(folder, { recursive: true }),
  )
}, 60_000)
afterAll(async () => {
  for (const end of endings) await end()
})

async function startPostgres() {
  const database = await openEmptyDatabase()
  const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: 20 })
  const listening = new Promise<number>((resolve) =>
    server.addEventListener('listening', (event) => resolve((event as CustomEvent<{ port: number }>).detail.port)),
  )
  await server.start()
  return {
    url: `postgres://postgres@127.0.0.1:${await listening}/postgres`,
    close: async () => {
      await server.stop()
      await database.close()
    },
  }
}

type Row = readonly Cell[]

describe.each([
  ['DuckDB', 'lakehouse', duckdbCases],
  ['Postgres', 'crm', postgresCases],
  [
    'another MCP server',
    'other',
    jsonCases.map(([, ...rest]): Case => ['', ...(rest.slice(1) as [Column['type'], Cell, string])]),
  ],
] as const)('%s', (_name, source, cases) => {
  const expected: Row[] = [cases.map(([, , cell]) => cell), cases.map(() => null)]
  let page: ResultPage

  beforeAll(async () => {
    page = (await client.callTool('run_query', { source, sql: statementOf(source, cases) })).result as ResultPage
  })

  test('default: the reply has every value and every null', () => {
    expect(page.columns.map(({ type }) => type)).toEqual(cases.map(([, type]) => type))
    expect(page.rows).toEqual(expected)
  })

  test('default: so has the stream', async () => {
    const rows: Cell[][] = []
    for await (const { rowCount, columns, getCell } of client.openResult(page)) {
      for (let row = 0; row < rowCount; row++) rows.push(columns.map((_column, index) => getCell(row, index)))
    }
    expect(rows).toEqual(expected)
  })

  test('default: people read it in their language and zone', () => {
    const format = createFormat({ locale: 'en-US', timeZone: 'America/New_York', messages: en })
    const shown = page.columns.map((column, index) => format.cell(expected[0]![index]!, column))
    expect(shown.map((text) => text.replaceAll('\u202f', ' '))).toEqual(cases.map(([, , , text]) => text))
  })

  test('default: it is copied as it is', () => {
    const columns = page.columns
    const copied = toTabText({ columns, rowCount: 2, headings: false, valueAt: (row, index) => expected[row]![index]! })
    expect(copied.split('\n').map((line) => line.split('\t'))).toEqual(
      expected.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    )
  })

  test('default: Parquet is read back with every value', async () => {
    const path = await exported('parquet')
    const { batches } = rowsOfDuckdb(await duckdb.stream(`select * from '${path}'`))
    const rows: Row[] = []
    for await (const batch of batches) rows.push(...batch.rows())
    expect(rows).toEqual(expected)
  })

  test('default: Arrow is read back with every value', async () => {
    const body = (await client.exportResult(page, { format: 'arrow' })).body
    const options = { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true }
    const table = tableFromIPC(await new Response(body).arrayBuffer(), options)
    const readers = page.columns.map((_column, index) => cellReader(table.getChildAt(index)))
    expect([0, 1].map((row) => readers.map((read) => read(row)))).toEqual(expected)
  })

  test('default: CSV is read back with every value', async () => {
    const path = await exported('csv')
    const read = `read_csv('${path}', all_varchar = true, allow_quoted_nulls = false, max_line_size = 4000000)`
    const rows = (await duckdb.runAndReadAll(`select * from ${read}`)).getRowsJson()
    expect(rows).toEqual(expected.map((row) => row.map((cell) => (cell === null ? null : String(cell)))))
  })

  async function exported(format: 'csv' | 'parquet'): Promise<string> {
    const { body } = await client.exportResult(page, { format, exact: true })
    const path = join(folder, `${source}.${format}`)
    await writeFile(path, new Uint8Array(await new Response(body).arrayBuffer()))
    return path
  }
})

/** Every value in the first row, and nothing in the second. */
function statementOf(source: string, cases: readonly Case[]): string {
  if (source === 'other') return 'select 1'
  const columns = cases.map(([sql], index) => `case when i = 1 then ${sql} end as c${index}`)
  const rows = source === 'crm' ? 'generate_series(1, 2) as t(i)' : 'range(1, 3) as t(i)'
  return `select ${columns.join(', ')} from ${rows} order by i`
}
