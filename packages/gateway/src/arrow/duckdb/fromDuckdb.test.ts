import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RowBatch } from '../port.ts'
import { encodeSchema, endOfStream } from '../schemaMessage.ts'
import { rowsOfDuckdb } from './fromDuckdb.ts'
import { rawVector } from './vectors.ts'

let instance: DuckDBInstance
beforeAll(async () => {
  instance = await DuckDBInstance.create()
})
afterAll(() => instance.closeSync())

async function read(sql: string) {
  const connection = await instance.connect()
  const { columns, types, batches } = rowsOfDuckdb(await connection.stream(sql))
  const read: RowBatch[] = []
  for await (const batch of batches) read.push(batch)
  return { columns, types, batches: read, rows: read.flatMap((batch) => batch.rows()) }
}

test.each<[string, string, unknown[]]>([
  ['true', 'boolean', [true]],
  ['-5::tinyint', 'integer', [-5]],
  ['-300::smallint', 'integer', [-300]],
  ['-70000', 'integer', [-70000]],
  ['200::utinyint', 'integer', [200]],
  ['60000::usmallint', 'integer', [60000]],
  ['4000000000::uinteger', 'integer', ['4000000000']],
  ['9223372036854775807', 'integer', ['9223372036854775807']],
  ['(-9223372036854775808)::bigint', 'integer', ['-9223372036854775808']],
  ['18446744073709551615::ubigint', 'decimal', ['18446744073709551615']],
  ['170141183460469231731687303715884105727::hugeint', 'decimal', ['170141183460469231731687303715884105727']],
  ['-12.3::decimal(4,1)', 'decimal', ['-12.3']],
  ['-0.05::decimal(9,2)', 'decimal', ['-0.05']],
  ['-1234567890.12::decimal(14,2)', 'decimal', ['-1234567890.12']],
  ['12345678901234567890123456789012345.678::decimal(38,3)', 'decimal', ['12345678901234567890123456789012345.678']],
  ['0.5::float', 'float', [0.5]],
  ['0.1::double', 'float', [0.1]],
  [`'nan'::double`, 'float', ['NaN']],
  [`date '1969-12-31'`, 'date', ['1969-12-31']],
  [`timestamp '2026-01-02 03:04:05'`, 'timestamp', ['2026-01-02T03:04:05.000']],
  [`timestamp '1960-01-02 03:04:05.123456'`, 'timestamp', ['1960-01-02T03:04:05.123456']],
  [`'2026-01-02 03:04:05'::timestamp_s`, 'timestamp', ['2026-01-02T03:04:05.000']],
  [`'2026-01-02 03:04:05.678'::timestamp_ms`, 'timestamp', ['2026-01-02T03:04:05.678']],
  [`'2026-01-02 03:04:05.678901234'::timestamp_ns`, 'timestamp', ['2026-01-02T03:04:05.678901234']],
  [`timestamptz '2026-01-02 03:04:05+02'`, 'timestamp', ['2026-01-02T01:04:05.000Z']],
  [`'Zoë'`, 'text', ['Zoë']],
  [`'twelve bytes'`, 'text', ['twelve bytes']],
  [`'longer than twelve bytes, с кириллицей'`, 'text', ['longer than twelve bytes, с кириллицей']],
  [`''`, 'text', ['']],
  [`'-0'::double`, 'float', ['-0']],
  [`'-infinity'::double`, 'float', ['-Infinity']],
  [`date '0044-03-15 (BC)'`, 'date', ['-000043-03-15']],
  [`date '10000-01-01'`, 'date', ['+010000-01-01']],
  [`date 'infinity'`, 'date', ['infinity']],
  [`timestamp '0001-01-01 (BC) 10:00:00'`, 'timestamp', ['0000-01-01T10:00:00.000']],
  [`timestamp '294000-01-01 00:00:00'`, 'timestamp', ['+294000-01-01T00:00:00.000']],
  [`timestamptz '-infinity'`, 'timestamp', ['-infinity']],
  [`'infinity'::timestamp::timestamp_s`, 'timestamp', ['infinity']],
  [`'ab'::blob`, 'binary', ['YWI=']],
  [`'a blob of more than twelve bytes'::blob`, 'binary', ['YSBibG9iIG9mIG1vcmUgdGhhbiB0d2VsdmUgYnl0ZXM=']],
  [`''::blob`, 'binary', ['']],
  [`[1, null, 2]`, 'list', ['[1,null,2]']],
  [`[[9007199254740993], []]`, 'list', ['[["9007199254740993"],[]]']],
  [`[1.5, 2]::decimal(10,2)[2]`, 'list', ['["1.50","2.00"]']],
  [
    `[{a: date '2026-01-02', b: 'x'::blob, c: interval '2 days'}]`,
    'list',
    ['[{"a":"2026-01-02","b":"eA==","c":"2 days"}]'],
  ],
  [`{a: 'x', t: timestamptz '2026-01-02 03:04:05+02'}`, 'struct', ['{"a":"x","t":"2026-01-02T01:04:05.000Z"}']],
  [`map {'k': [1, 2], '__proto__': []}`, 'struct', ['{"k":[1,2],"__proto__":[]}']],
  [`union_value(count := 2)`, 'struct', ['{"count":2}']],
  [`'{"a": 1.50}'::json`, 'struct', ['{"a": 1.50}']],
  [`'10101'::bit`, 'text', ['10101']],
  [`interval '1 month 2 days 3 hours'`, 'text', ['1 month 2 days 03:00:00']],
  [`340282366920938463463374607431768211455::uhugeint`, 'decimal', ['340282366920938463463374607431768211455']],
  [`'one' || chr(0) || 'two'`, 'text', ['one\0two']],
  [`repeat('long ', 300000)`, 'text', ['long '.repeat(300_000)]],
  [`'b'::enum('a', 'b')`, 'text', ['b']],
  [`'8a2c6e30-0000-4000-8000-000000000001'::uuid`, 'text', ['8a2c6e30-0000-4000-8000-000000000001']],
  [`time '10:00:00'`, 'text', ['10:00:00']],
])('default: %s', async (expression, type, row) => {
  const { columns, rows } = await read(`select ${expression} as value, null::varchar as nothing`)
  expect(columns[0]).toMatchObject({ name: 'value', type })
  expect(rows).toEqual([[...row, null]])
})

test('behavior: a small first batch, then large ones, and no row lost where chunks are not full', async () => {
  const { batches, rows } = await read('select i from range(100000) t(i) where i % 3 <> 0')
  expect(batches[0]!.rowCount).toBeLessThanOrEqual(2_048)
  expect(batches[1]!.rowCount).toBeGreaterThan(10_000)
  expect(rows.map(([i]) => Number(i))).toEqual(Array.from({ length: 100_000 }, (_, i) => i).filter((i) => i % 3 !== 0))
})

test('behavior: nulls keep their places across chunks', async () => {
  const { rows } = await read(`
    select i, case when i % 7 <> 0 then 'a text of more than twelve bytes ' || i end,
      case when i > 3000 then i::decimal(12,2) end, nullif(i % 2 = 0, false)
    from range(9000) t(i) where i % 5 <> 1`)
  for (const [i, text, amount, even] of rows) {
    const n = Number(i)
    expect([text, amount, even]).toEqual([
      n % 7 === 0 ? null : `a text of more than twelve bytes ${n}`,
      n > 3000 ? `${n}.00` : null,
      n % 2 === 0 ? true : null,
    ])
  }
})

test.each([
  'tinyint',
  'integer',
  'bigint',
  'ubigint',
  'hugeint',
  'decimal(4, 1)',
  'decimal(12, 2)',
  'float',
  'double',
  'date',
  'timestamp',
  'boolean',
])('behavior: where a %s is null, nothing is left of what was there', async (type) => {
  // A constant and a filtered column, over memory that was used before.
  const hidden = '77::tinyint'
  await read(`select ${hidden}::bigint as used from range(20000)`)
  const value =
    type === 'boolean'
      ? 'true'
      : type === 'date'
        ? `date '2026-11-22'`
        : type === 'timestamp'
          ? `timestamp '2026-11-22 07:07:07'`
          : `${hidden}::${type}`
  const sql = `select null::${type} as nothing, nullif(x, x) as hidden from (select ${value} as x from range(5000))`
  for (const { rowCount, types, bytes } of (await read(sql)).batches) {
    const { children } = tableFromIPC([
      encodeSchema(
        [
          { name: 'a', type: 'text' },
          { name: 'b', type: 'text' },
        ],
        types,
      ).bytes,
      bytes,
    ])
    for (const column of children) {
      const { values } = column.data[0] as unknown as { values: ArrayBufferView }
      const left = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
      expect(left.some((byte) => byte !== 0)).toBe(false)
      expect(column.nullCount).toBe(rowCount)
    }
  }
})

test('behavior: long texts are whole, wherever DuckDB keeps them', async () => {
  // Out of a dictionary in any order, far apart, longer than a page of memory, and between short ones and nulls.
  const words = `(select list('word ' || w || repeat('-', (w % 11) * (w % 11) * 60)) as list from range(500) t(w))`
  const { rows } = await read(`
    select i, list[1 + (i * 7919) % 500], case i % 3 when 0 then 'short' when 1 then 'long text ' || i || repeat('é', i % 3000) end
    from range(5000) t(i), ${words}`)
  expect(rows).toHaveLength(5_000)
  for (const [i, word, text] of rows) {
    const [n, w] = [Number(i), (Number(i) * 7919) % 500]
    expect(word).toBe(`word ${w}${'-'.repeat((w % 11) ** 2 * 60)}`)
    expect(text).toBe(['short', `long text ${n}${'é'.repeat(n % 3000)}`, null][n % 3])
  }
})

test('behavior: a stream that any Arrow reader reads', async () => {
  const { columns, types, batches } = await read(`select i::int as i, 'name ' || i as name from range(5000) t(i)`)
  const table = tableFromIPC([encodeSchema(columns, types).bytes, ...batches.map(({ bytes }) => bytes), endOfStream])
  expect(table.numRows).toBe(5_000)
  expect(table.getChild('name').at(4_999)).toBe('name 4999')
  expect(JSON.parse(table.schema.metadata!.get('lakefront.columns')!)).toEqual(columns)
})

test('behavior: two columns of the same name are told apart', async () => {
  const { columns } = await read('select 1 as a, 2 as a')
  expect(new Set(columns.map(({ name }) => name)).size).toBe(2)
})

test('behavior: no rows, no batches, but columns', async () => {
  const { columns, batches } = await read('select 1 as a where false')
  expect(columns).toEqual([{ name: 'a', type: 'integer' }])
  expect(batches).toEqual([])
})

test('behavior: a failure half way is not taken for the end', async () => {
  await expect(
    read(`select case when i = 900000 then error('late') else i end from range(1000000) t(i)`),
  ).rejects.toThrow('failed')
})

// The private fields of node-api that the encoder copies from. If this fails after an upgrade, look at rawVector.
test('behavior: vectors still show their buffers', async () => {
  const connection = await instance.connect()
  const result = await connection.stream(`select 7::int as i, 'x' as s, 1.5::decimal(38,1) as d, null::bigint as n`)
  const chunk = (await result.fetchChunk())!
  expect(rawVector(chunk, 0)).toEqual({ bytes: Uint8Array.of(7, 0, 0, 0), validity: undefined })
  expect([...rawVector(chunk, 1).bytes.subarray(0, 5)]).toEqual([1, 0, 0, 0, 120])
  expect(rawVector(chunk, 2).bytes).toHaveLength(16)
  expect(rawVector(chunk, 3).validity![0]! & 1).toBe(0)
})
