import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { parseCsvHeader } from './csvHeader.ts'
import { csvSelect } from './csvSelect.ts'

async function read(text: string, nullText: readonly string[] = []) {
  const path = join(mkdtempSync(join(tmpdir(), 'lakefront-csv-')), 'data.csv')
  writeFileSync(path, text)
  const connection = await (await DuckDBInstance.create()).connect()
  const reader = await connection.runAndReadAll(await csvSelect(connection, [path], nullText))
  return {
    types: Object.fromEntries(reader.columnNames().map((name, index) => [name, String(reader.columnType(index))])),
    rows: reader.getRowsJson(),
  }
}

test('default', async () => {
  const { types, rows } = await read('id,name,price\n1,"Nuts, small",12.5\n2,"the ""best""",0.125\n')
  expect(types).toEqual({ id: 'BIGINT', name: 'VARCHAR', price: 'DECIMAL(18,3)' })
  expect(rows).toEqual([
    ['1', 'Nuts, small', '12.500'],
    ['2', 'the "best"', '0.125'],
  ])
})

test.each<[string, string, string]>([
  ['whole numbers', '1\n-20', 'BIGINT'],
  ['leading zeros: an identifier', '044113\n12345', 'VARCHAR'],
  ['amounts', '1.5\n2', 'DECIMAL(18,1)'],
  ['measurements', '0.123456789\n1e5', 'DOUBLE'],
  ['dates', '2026-01-02\n1999-12-31', 'DATE'],
  ['days that do not exist', '2026-02-30\n2026-01-01', 'VARCHAR'],
  ['times', '2026-01-02 03:04:05.000\n1999-12-31T00:00:00', 'TIMESTAMP'],
  ['yes and no', 'true\nFALSE', 'BOOLEAN'],
  ['anything', 'x\n1', 'VARCHAR'],
  ['nothing', ',x\n,y', 'VARCHAR'],
])('behavior: types of %s', async (_case, values, type) => {
  const lines = values.split('\n').map((value) => (value.includes(',') ? value : `${value},x`))
  const { types } = await read(`value,other\n${lines.join('\n')}\n`)
  expect(types.value).toBe(type)
})

test('parameters: nullText', async () => {
  const { types, rows } = await read('id,region\n1,NULL\nNULL,West\n', ['NULL'])
  expect(types.id).toBe('BIGINT')
  expect(rows).toEqual([
    ['1', null],
    [null, 'West'],
  ])
})

test('behavior: commas inside unquoted text, where every row agrees on it', async () => {
  const { types, rows } = await read(
    `id,name,address,since\nBLONP,Blondesddsl,24, place Kléber,1996-01-01\nBONAP,Bon app',12, rue des Bouchers,NULL\n`,
    ['NULL'],
  )
  expect(types.since).toBe('DATE')
  expect(rows).toEqual([
    ['BLONP', 'Blondesddsl', '24, place Kléber', '1996-01-01'],
    ['BONAP', "Bon app'", '12, rue des Bouchers', null],
  ])
})

test('behavior: uneven rows are refused by the name of the file, not dropped', async () => {
  await expect(read('a,b\n1,2\n3,4,5\n')).rejects.toThrow('data.csv: not every row has the 2 columns')
})

test.each([
  ['a;b', ';', ['a', 'b']],
  ['a\tb,c', '\t', ['a', 'b,c']],
  ['"a;x",b', ',', ['a;x', 'b']],
  ['name,Name', ',', ['name', 'Name_2']],
  ['1,2', ',', ['column0', 'column1']],
])('behavior: the first line %s', (line, delimiter, columns) => {
  expect(parseCsvHeader(line)).toMatchObject({ delimiter, columns })
})
