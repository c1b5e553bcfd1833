import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Cell } from '@lakefront/contract'
import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOfDuckdb } from '../../arrow/duckdb/fromDuckdb.ts'
import type { RowBatch } from '../../arrow/port.ts'
import { GatewayError } from '../../errors.ts'
import { createResultStore } from '../createResultStore.ts'
import type { Caller, ResultStoreOptions } from '../port.ts'
import { exportResponse } from './exportResponse.ts'

const anna: Caller = { tenantId: 'erie', userId: 'anna', roles: [] }
const boris: Caller = { ...anna, userId: 'boris' }

let folder: string
let duckdb: DuckDBConnection
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
  duckdb = await (await DuckDBInstance.create()).connect()
})
afterAll(async () => {
  duckdb.closeSync()
  await rm(folder, { recursive: true })
})

type OpenOptions = ResultStoreOptions & { isCut?: boolean; failsAfter?: number; pageSize?: number }

/** A live result of what DuckDB answers, and a way to export it. */
async function open(sql: string, { isCut = false, failsAfter, pageSize = 10, ...options }: OpenOptions = {}) {
  const { columns, batches } = rowsOfDuckdb(await duckdb.stream(sql))
  const seen = { read: 0, returned: false }
  async function* counted(): AsyncGenerator<RowBatch, void, void> {
    try {
      for await (const batch of batches) {
        if (seen.read++ === failsAfter) throw new GatewayError({ code: 'source-unavailable', message: 'It is down.' })
        yield batch
      }
    } finally {
      seen.returned = true
    }
  }
  const store = createResultStore({ graceMs: 1, ...options })
  const abort = new AbortController()
  const stream = { columns, batches: counted(), truncated: () => isCut }
  const page = await store.open(stream, { caller: anna, pageSize, abort })
  const get = (query: string, caller = anna) => {
    const url = new URL(page.url.replace('?', '/export?'), 'http://gateway')
    return exportResponse(new Request(`${url}&${query}`), caller, store)
  }
  return { get, seen, abort, store, page }
}

const everyType = `
  select * from (values
    (1::tinyint, 9223372036854775807, 18446744073709551615::ubigint, 0.05::decimal(4,2), -12345678901234567890123456789012345.678::decimal(38,3), 'NaN'::double, true,
     date '0044-03-15 (BC)', timestamp '2026-01-02 03:04:05.123456', '2026-01-02 03:04:05.123456789'::timestamp_ns, timestamptz '2026-01-02 03:04:05+02',
     'Zoë, "the" best' || chr(10) || 'second line', 'ab'::blob, [1, null], {a: 'x', b: [date '2026-01-02']}, interval '2 days', 340282366920938463463374607431768211455::uhugeint),
    (-1, -9223372036854775808, 0, -0.05, 0.001, '-0'::double, false,
     date '9999-12-31', timestamp '9999-12-31 23:59:59', '1970-01-01'::timestamp_ns, timestamptz '1900-01-01 00:00:00+00',
     '', ''::blob, [], {a: null, b: null}, interval '-1 month', 0),
    (null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
  ) t(tiny, big, unsigned, narrow, wide, ratio, yes, day, clock, fine, moment, name, bytes, list, struct, lasts, huge)`

/** What the source holds, written by DuckDB itself: the same text for the same value. */
async function asText(from: string): Promise<Cell[][]> {
  const names = (await duckdb.runAndReadAll(`select * from ${from} limit 0`)).columnNames()
  const casts = names.map((name) => `case when "${name}" is null then null else "${name}"::varchar end`)
  return (await duckdb.runAndReadAll(`select ${casts} from ${from}`)).getRowsJson() as Cell[][]
}

async function save(response: Response, name: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, new Uint8Array(await response.arrayBuffer()))
  return path
}

const exactTypes = 'tiny, big, unsigned, narrow, wide, ratio, yes, day, clock, fine, moment, name, bytes'

test('default: Parquet is read back as it was, value by value', async () => {
  const { get } = await open(everyType)
  const response = await get('format=parquet&name=Margin by account')
  expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet')
  expect(response.headers.get('content-disposition')).toContain('filename="Margin-by-account.parquet"')
  const path = await save(response, 'all.parquet')
  expect(await asText(`(select ${exactTypes} from '${path}')`)).toEqual(
    await asText(`(select ${exactTypes} from (${everyType}))`),
  )
  const described = await duckdb.runAndReadAll(`describe select * from '${path}'`)
  expect(described.getColumns()[1]!.map(String)).toEqual([
    'INTEGER',
    'BIGINT',
    'DECIMAL(20,0)',
    'DECIMAL(4,2)',
    'DECIMAL(38,3)',
    'DOUBLE',
    'BOOLEAN',
    'DATE',
    'TIMESTAMP',
    'TIMESTAMP_NS',
    'TIMESTAMP WITH TIME ZONE',
    'VARCHAR',
    'BLOB',
    'JSON',
    'JSON',
    'VARCHAR',
    'VARCHAR',
  ])
  expect(await asText(`(select list, struct, lasts, huge from '${path}')`)).toEqual([
    ['[1,null]', '{"a":"x","b":["2026-01-02"]}', '2 days', '340282366920938463463374607431768211455'],
    ['[]', '{"a":null,"b":null}', '-1 month', '0'],
    [null, null, null, null],
  ])
})

test('default: CSV is read back as it was, and tells nothing from an empty text', async () => {
  const { get } = await open(everyType)
  const path = await save(await get('format=csv&exact=true'), 'all.csv')
  const csv = `read_csv('${path}', all_varchar = true, allow_quoted_nulls = false)`
  const casts = `tiny, big, unsigned, narrow, wide, ratio::double as ratio, yes, day, clock::timestamp as clock, fine::timestamp_ns as fine, moment::timestamptz as moment, name, from_base64(bytes) as bytes, lasts, huge`
  const ages = `case when day = '-000043-03-15' then '0044-03-15 (BC)' else day end`
  expect(await asText(`(select ${casts.replace(' day,', ` ${ages} as day,`)} from ${csv})`)).toEqual(
    await asText(`(select ${exactTypes}, lasts, huge from (${everyType}))`),
  )
  expect(await asText(`(select list::json as list, struct::json as struct from ${csv})`)).toEqual([
    ['[1,null]', '{"a":"x","b":["2026-01-02"]}'],
    ['[]', '{"a":null,"b":null}'],
    [null, null],
  ])
})

test('default: Arrow is a whole file with the batches as they came', async () => {
  const { get, page } = await open(everyType)
  const bytes = new Uint8Array(await (await get('format=arrow')).arrayBuffer())
  expect(new TextDecoder().decode(bytes.slice(0, 6)) + new TextDecoder().decode(bytes.slice(-6))).toBe('ARROW1ARROW1')
  const table = tableFromIPC(bytes, { useBigInt: true, useDecimalInt: true, useBigIntTimestamp: true })
  expect(table.names).toEqual(page.columns.map(({ name }) => name))
  expect(table.getChild('big').toArray()).toEqual([9223372036854775807n, -9223372036854775808n, null])
  expect(table.getChild('wide').at(0)).toBe(-12345678901234567890123456789012345678n)
  expect(table.getChild('fine').at(0)).toBe(1_767_323_045_123_456_789n)
  expect(table.getChild('bytes').at(0)).toEqual(Uint8Array.of(97, 98))
  expect(table.schema.fields.find(({ name }) => name === 'list')!.metadata).toEqual(
    new Map([['ARROW:extension:name', 'arrow.json']]),
  )
})

test.each(['csv', 'parquet', 'arrow'])('behavior: many batches, no row lost, as %s', async (format) => {
  const { get } = await open(`select i, i * 1.5 as x, 'name ' || i as name from range(100000) t(i)`)
  const path = await save(await get(`format=${format}`), `many.${format}`)
  if (format === 'arrow') {
    const table = tableFromIPC(await import('node:fs').then(({ readFileSync }) => readFileSync(path)))
    expect([table.numRows, table.getChild('name').at(99_999)]).toEqual([100_000, 'name 99999'])
  } else {
    expect(
      await asText(
        `(select count(*) as c, sum(i) as s, sum(x)::decimal(20,1) as x, max(length(name)) as n from '${path}')`,
      ),
    ).toEqual([['100000', '4999950000', '7499925000.0', '10']])
  }
})

test.each(['csv', 'parquet', 'arrow'])('behavior: no rows are a file with columns, as %s', async (format) => {
  const { get } = await open(`select 1 as a, 'x' as b where false`)
  const path = await save(await get(`format=${format}`), `none.${format}`)
  if (format === 'arrow')
    expect(tableFromIPC(await import('node:fs').then(({ readFileSync }) => readFileSync(path))).names).toEqual([
      'a',
      'b',
    ])
  else expect((await duckdb.runAndReadAll(`select * from '${path}'`)).columnNames()).toEqual(['a', 'b'])
})

test('parameters: exact', async () => {
  const { get } = await open(
    `select * from (values ('=1+1', -5, -0.5), ('+1', 1, 0), ('-x', 1, 0), ('@a', 1, 0), (chr(9) || 'a', 1, 0)) t("=name", n, x)`,
  )
  expect(await (await get('format=csv')).text()).toBe(
    `'=name,n,x\r\n'=1+1,-5,-0.5\r\n'+1,1,0.0\r\n'-x,1,0.0\r\n'@a,1,0.0\r\n'\ta,1,0.0\r\n`,
  )
  const bytes = new Uint8Array(await (await get('format=csv')).arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(await (await get('format=csv&exact=true')).text()).toMatch(/^=name,n,x\r\n=1\+1,/)
})

test('behavior: what is known of the rows is said ahead', async () => {
  const whole = await open('select 1 as a')
  const { headers } = await whole.get('format=csv')
  expect([headers.get('x-lakefront-row-count'), headers.get('x-lakefront-truncated')]).toEqual(['1', null])
  const cut = await open('select 1 as a', { isCut: true })
  expect((await cut.get('format=csv')).headers.get('x-lakefront-truncated')).toBe('true')
})

const manyRows = `select i, 'name ' || i as name from range(1000000) t(i)`

test.each([
  ['cut where nobody said so', { isCut: true }, 'cut off at 1000000 rows'],
  ['of a source that fails', { failsAfter: 5 }, 'It is down.'],
])('behavior: a result %s is no file', async (_name, options, message) => {
  const { get } = await open(manyRows, options)
  await expect((await get('format=csv')).arrayBuffer()).rejects.toThrow(message)
})

test('behavior: whatever a link says, a file has every row', async () => {
  const { get } = await open('select * from range(5000)')
  const text = await (await get('format=csv&fromBatch=1&toBatch=2')).text()
  expect(text.trimEnd().split('\r\n')).toHaveLength(5_001)
})

test('behavior: the source is read no faster than the file is taken', async () => {
  const { get, seen } = await open(manyRows)
  const reader = (await get('format=csv')).body!.getReader()
  for (let count = 0; count < 10; count++) await reader.read()
  expect(seen.read).toBeLessThan(8)
  await reader.cancel()
})

const smallBound = { maxBytesPerResult: 1024 ** 2 }

async function readThrough({ store, page }: Awaited<ReturnType<typeof open>>): Promise<void> {
  const stream = await store.stream(new Request(new URL(page.url, 'http://gateway')), anna)
  await stream.arrayBuffer()
}

test('behavior: a result whose first rows were let go is no file, which is said before a byte of it', async () => {
  const opened = await open(manyRows, smallBound)
  await readThrough(opened)
  expect(opened.store.heldBytes()).toBeLessThan(smallBound.maxBytesPerResult * 4)
  await expect(opened.get('format=csv')).rejects.toMatchObject({
    code: 'expired-handle',
    message: 'These rows are no longer held. Ask again to read them anew.',
  })
})

test('behavior: what is being exported is not let go before it is in the file', async () => {
  const opened = await open(manyRows, smallBound)
  const [text] = await Promise.all([(await opened.get('format=csv')).text(), readThrough(opened)])
  expect(text.trimEnd().split('\r\n')).toHaveLength(1_000_001)
})

test('behavior: who leaves half way stops the source', async () => {
  const { get, seen, abort } = await open(manyRows)
  const reader = (await get('format=parquet')).body!.getReader()
  await reader.read()
  await reader.cancel()
  await expect.poll(() => seen.returned && abort.signal.aborted).toBe(true)
})

test('behavior: rights and links are those of the stream', async () => {
  const { get, page, store } = await open('select 1 as a')
  await expect(get('format=csv', boris)).rejects.toMatchObject({ code: 'foreign-handle' })
  await expect(get('format=xlsx')).rejects.toMatchObject({ code: 'invalid-input' })
  const forged = `http://gateway${page.url.replace('?', '/export?').replace(/signature=.*/, 'signature=x&format=csv')}`
  await expect(exportResponse(new Request(forged), anna, store)).rejects.toMatchObject({ code: 'forbidden' })
})

test.each([
  [null, 'filename="result.csv"'],
  ['../../etc/passwd', 'filename="etc-passwd.csv"'],
  [
    'Größe "x"\r\nset-cookie: a',
    `filename="Gr__e-x-set-cookie-a.csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe-x-set-cookie-a.csv`,
  ],
])('behavior: the file name %s is harmless', async (name, expected) => {
  const { get } = await open('select 1 as a')
  const query = name === null ? '' : `&name=${encodeURIComponent(name)}`
  expect((await get(`format=csv${query}`)).headers.get('content-disposition')).toContain(expected)
})
