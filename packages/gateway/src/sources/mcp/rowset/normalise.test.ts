import type { CallToolResult } from '@modelcontextprotocol/client'
import { expect, test } from 'vitest'
import { typedColumns } from '../../rowset.ts'
import { normalise } from './normalise.ts'

const text = (...texts: string[]): CallToolResult => ({ content: texts.map((text) => ({ type: 'text', text })) })
const json = (value: unknown): CallToolResult => text(JSON.stringify(value))
const structured = (value: Record<string, unknown>): CallToolResult => ({ content: [], structuredContent: value })

function rowsetOf(result: CallToolResult) {
  const outcome = normalise(result)
  if (outcome.status !== 'rows') throw new Error(JSON.stringify(outcome))
  return outcome.rowset
}

const manifest = {
  schema: {
    columns: [
      { name: 'id', type_name: 'LONG' },
      { name: 'name', type_name: 'STRING' },
    ],
  },
}
const databricks = { statement_id: '01ef', status: { state: 'SUCCEEDED' }, manifest }

test.each<[string, CallToolResult, unknown[][], (string | undefined)[]]>([
  [
    'our own',
    structured({
      columns: [{ name: 'id', type: 'BIGINT' }],
      rows: [['9007199254740993']],
      rowCount: 1,
      truncated: false,
    }),
    [['9007199254740993']],
    ['id'],
  ],
  [
    'Databricks, /api/2.0/mcp/sql',
    json({ ...databricks, result: { data_typed_array: [{ values: [{ str: '1' }, {}] }] } }),
    [['1', null]],
    ['id', 'name'],
  ],
  [
    'Databricks, system.ai.dbsql',
    structured({ ...databricks, result: { data_array: [{ values: [{ string_value: '1' }, {}] }] } }),
    [['1', null]],
    ['id', 'name'],
  ],
  [
    'Databricks, statement execution',
    json({ ...databricks, result: { data_array: [['1', null]] } }),
    [['1', null]],
    ['id', 'name'],
  ],
  [
    'Genie',
    json({
      status: 'COMPLETED',
      content: { queryAttachments: [{ statement_response: { ...databricks, result: { data_array: [['1', 'x']] } } }] },
    }),
    [['1', 'x']],
    ['id', 'name'],
  ],
  [
    'Snowflake',
    json({
      query_id: '01c',
      result_set: {
        data: [['1', '12.50', '20454', '1767323045.123000000', null]],
        resultSetMetaData: {
          numRows: 1,
          format: 'jsonv2',
          rowType: [
            { name: 'ID', type: 'fixed', precision: 38, scale: 0 },
            { name: 'AMOUNT', type: 'fixed', precision: 12, scale: 2 },
            { name: 'DAY', type: 'date' },
            { name: 'AT', type: 'timestamp_ntz' },
            { name: 'NAME', type: 'text' },
          ],
        },
      },
    }),
    [['1', '12.50', '2026-01-01', '2026-01-02T03:04:05.123', null]],
    ['ID', 'AMOUNT', 'DAY', 'AT', 'NAME'],
  ],
  [
    'Toolbox, a block a row',
    text('{"id":1,"name":"a"}', '{"id":2,"name":null}'),
    [
      [1, 'a'],
      [2, null],
    ],
    ['id', 'name'],
  ],
  ['Toolbox, one row', text('{"id":1,"name":"a"}'), [[1, 'a']], ['id', 'name']],
  ['Toolbox, no row', text(), [], []],
  [
    'BigQuery',
    json({ schema: { fields: [{ name: 'id', type: 'INTEGER' }] }, rows: [{ f: [{ v: '1' }] }], jobComplete: true }),
    [['1']],
    ['id'],
  ],
  [
    'BigQuery, rows as objects',
    json({ schema: { fields: [{ name: 'id', type: 'INTEGER' }] }, rows: [{ id: '1' }] }),
    [['1']],
    ['id'],
  ],
  [
    'MotherDuck',
    json({ success: true, columns: ['id'], columnTypes: ['BIGINT'], rows: [[1]], rowCount: 1 }),
    [[1]],
    ['id'],
  ],
  ['ClickHouse', json({ columns: ['a'], rows: [[1]] }), [[1]], ['a']],
  ['ClickHouse, wrapped by its framework', structured({ result: '{"columns":["a"],"rows":[[1]]}' }), [[1]], ['a']],
  ['Trino', text('[\n  {\n    "a": 1,\n    "b": "x"\n  }\n]'), [[1, 'x']], ['a', 'b']],
  ['dbhub', json({ success: true, data: { rows: [{ a: 1 }], count: 1, source_id: 'default' } }), [[1]], ['a']],
  [
    'server-postgres',
    json([{ a: 1 }, { a: null, b: 'late' }]),
    [
      [1, null],
      [null, 'late'],
    ],
    ['a', 'b'],
  ],
  ['server-postgres, no row', json([]), [], []],
  [
    'postgres-mcp, a Python list',
    text(`[{'id': 1, 'x': Decimal('1.50'), 'd': datetime.date(2026, 1, 2), 'n': None, 'ok': True, 's': "it's"}]`),
    [[1, '1.50', '2026-01-02', null, true, "it's"]],
    ['id', 'x', 'd', 'n', 'ok', 's'],
  ],
  ['postgres-mcp, no row', text('No results'), [], []],
  [
    'Lightdash, CSV',
    text('Name,Total\n"Nuts, small",12.5\nBolts,\n'),
    [
      ['Nuts, small', '12.5'],
      ['Bolts', null],
    ],
    ['Name', 'Total'],
  ],
  ['Lightdash', structured({ rows: [{ a: 1 }], columns: [{ name: 'a', type: 'number' }], rowCount: 1 }), [[1]], ['a']],
  [
    'Metabase',
    json({
      status: 'completed',
      row_count: 1,
      data: { rows: [[1]], cols: [{ name: 'a', base_type: 'type/Integer' }] },
    }),
    [[1]],
    ['a'],
  ],
  ['a Markdown table', text('| a | b |\n|---|:-:|\n| 1 | x \\| y |\n\n2 rows'), [['1', 'x | y']], ['a', 'b']],
  ['lines of JSON', text('{"a":1}\n{"a":2}'), [[1], [2]], ['a']],
])('default: %s', (_server, result, rows, names) => {
  const rowset = rowsetOf(result)
  expect(rowset.rows).toEqual(rows)
  expect(rowset.columns.map(({ name }) => name)).toEqual(names)
})

test.each<[string, CallToolResult, string]>([
  [
    'isError',
    { isError: true, content: [{ type: 'text', text: 'error processing request: no such table' }] },
    'no such table',
  ],
  [
    'a Databricks failure',
    json({ status: { state: 'FAILED', error: { message: 'TABLE_NOT_FOUND' } } }),
    'TABLE_NOT_FOUND',
  ],
  ['success: false', json({ success: false, error: 'no such column', code: 'EXECUTION_ERROR' }), 'no such column'],
  ['status: error', json({ status: 'error', message: 'syntax error' }), 'syntax error'],
  ['a text that says so', text('Error: relation "x" does not exist'), 'relation "x" does not exist'],
  ['an error body', json({ error: { code: 42, message: 'denied' } }), 'denied'],
])('behavior: %s is a failure', (_case, result, message) => {
  expect(normalise(result)).toMatchObject({ status: 'failed', message: expect.stringContaining(message) })
})

test('behavior: a statement that still runs is to be asked for again', () => {
  expect(normalise(json({ statement_id: '01ef', status: { state: 'PENDING' } }))).toEqual({
    status: 'pending',
    statementId: '01ef',
    state: 'waking',
  })
})

test.each<[string, CallToolResult]>([
  ['prose', text('I could not find anything, sorry.')],
  ['a page of HTML', text('<html><body>Bad gateway</body></html>')],
  ['a number', text('42')],
  ['an image', { content: [{ type: 'image', data: '', mimeType: 'image/png' }] }],
  ['unknown JSON', json({ hello: 'world', list: [1, 2] })],
  ['uneven CSV', text('a,b\n1,2,3')],
])('behavior: %s is unreadable, not empty', (_case, result) => {
  expect(normalise(result).status).toBe('unreadable')
})

test.each<[string, CallToolResult]>([
  ['truncated', json({ columns: ['a'], rows: [[1]], truncated: true })],
  ['rows_truncated', json({ data: { rows: [[1]], cols: [{ name: 'a' }], rows_truncated: 2000 } })],
  ['a manifest', json({ ...databricks, manifest: { ...manifest, truncated: true }, result: { data_array: [] } })],
])('behavior: truncated by %s is told', (_case, result) => {
  expect(rowsetOf(result).truncated).toBe(true)
})

test('behavior: large whole numbers in JSON keep their digits', () => {
  expect(rowsetOf(text('[{"id": 9007199254740993}]')).rows).toEqual([['9007199254740993']])
})

test.each([
  ['[{"x": 1234567890123456.78}, {"x": 0.1}]', ['1234567890123456.78', 0.1], { type: 'decimal', scale: 2 }],
  ['[{"x": 0.30000000000000004}]', [0.30000000000000004], { type: 'float' }],
])('behavior: a number in JSON keeps its digits: %s', (source, values, shape) => {
  const rowset = rowsetOf(text(source))
  expect(rowset.rows).toEqual(values.map((value) => [value]))
  expect(typedColumns(rowset).columns).toMatchObject([shape])
})

test.each([
  ['moments', ['2026-01-02 03:04:05Z', '2026-01-02T03:04:05.5+02:00'], { kind: 'timestamptz' }],
  ['what clocks showed', ['2026-01-02 03:04:05', null], { kind: 'timestamp' }],
  ['billionths of a second', ['2026-01-02 03:04:05.123456789'], { kind: 'timestamp', isNanoseconds: true }],
  ['some of both', ['2026-01-02 03:04:05', '2026-01-02 03:04:05Z'], { kind: 'text' }],
  ['days that are none', ['2026-02-30'], { kind: 'text' }],
])('behavior: times stay what they are: %s', (_name, values, type) => {
  const rowset = { columns: [{ name: 't' }], rows: values.map((value) => [value]), truncated: false }
  expect(typedColumns(rowset).types).toEqual([type])
})

test('behavior: types that a server tells are used, unless the values do not fit them', () => {
  const { columns } = typedColumns(
    rowsetOf(
      json({
        columns: ['id', 'amount', 'day', 'odd'],
        columnTypes: ['BIGINT', 'DECIMAL(12,2)', 'DATE', 'INTEGER'],
        rows: [['1', '12.5', '2026-01-02', 'n/a']],
      }),
    ),
  )
  expect(columns).toEqual([
    { name: 'id', type: 'integer' },
    { name: 'amount', type: 'decimal', scale: 2 },
    { name: 'day', type: 'date' },
    { name: 'odd', type: 'text' },
  ])
})

test('behavior: types that a server does not tell are inferred', () => {
  const rowset = rowsetOf(
    json([{ n: 1, x: 1.5, s: '044113', d: '2026-01-02', t: '2026-01-02T03:04:05Z', m: '12.50', b: true, o: {} }]),
  )
  const types = typedColumns(rowset).columns.map(({ type }) => type)
  expect(types).toEqual(['integer', 'float', 'text', 'date', 'timestamp', 'decimal', 'boolean', 'struct'])
})
