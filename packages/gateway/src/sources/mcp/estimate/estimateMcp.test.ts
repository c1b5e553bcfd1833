import type { CallToolResult } from '@modelcontextprotocol/server'
import { afterEach, expect, test } from 'vitest'
import { startScriptedSource } from '../../../testing/startScriptedSource.ts'
import { openSource } from '../../openSource.ts'
import type { Dialect } from '../../port.ts'

const signal = new AbortController().signal
const sql = 'select region, sum(amount) from orders group by region'
const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** What a foreign engine behind the SQL tool lets us know of the statement, and what it was asked. */
async function estimateAt(dialect: Dialect, reply: CallToolResult) {
  const asked: string[] = []
  const server = await startScriptedSource(async (statement) => {
    asked.push(statement)
    return reply
  })
  cleanups.push(server.close)
  const source = openSource('foreign', { mcp: { url: server.url }, dialect })
  cleanups.push(() => source.close())
  return { estimate: await source.estimate(sql, { signal }), asked }
}

const text = (value: string): CallToolResult => ({ content: [{ type: 'text', text: value }] })
const cell = (column: string, value: string) => text(JSON.stringify({ columns: [{ name: column }], rows: [[value]] }))

const databricks = (size: string) => `== Optimized Logical Plan ==
Aggregate [region#1], [region#1, sum(amount#2) AS sum(amount)#9], Statistics(sizeInBytes=1.2 KiB, rowCount=5)
+- Join Inner, (id#3 = id#4), Statistics(sizeInBytes=4.0 MiB, rowCount=2.00E+5)
   :- Relation sales.orders[id#3,amount#2] parquet, Statistics(sizeInBytes=${size}, rowCount=2.00E+6)
   +- Relation sales.regions[id#4,region#1] parquet, Statistics(sizeInBytes=1.5 KiB, rowCount=5)

== Physical Plan ==
AdaptiveSparkPlan isFinalPlan=false`
const snowflake =
  '{"GlobalStats":{"partitionsTotal":120,"partitionsAssigned":12,"bytesAssigned":73400320},"Operations":[[]]}'
const trino = (size: number | string) =>
  JSON.stringify({
    inputTableColumnInfos: [
      { table: { catalog: 'hive' }, estimate: { outputRowCount: 2_000_000, outputSizeInBytes: size, cpuCost: 'NaN' } },
      { table: { catalog: 'hive' }, estimate: { outputRowCount: 5, outputSizeInBytes: 48, cpuCost: 'NaN' } },
    ],
    estimate: { outputRowCount: 5, outputSizeInBytes: 90, cpuCost: 'NaN' },
  })

const bounds = (low: number, expected: number, high: number) => ({ low, expected, high })

test.each([
  [
    'databricks',
    'EXPLAIN COST',
    cell('plan', databricks('65.3 MiB')),
    bounds(0, 65.3 * 1024 ** 2 + 1536, 65.3 * 1024 ** 2 + 1536),
    'upper-bound',
    5,
  ],
  [
    'snowflake',
    'EXPLAIN USING JSON',
    cell('content', snowflake),
    bounds(0, 73_400_320, 73_400_320),
    'upper-bound',
    null,
  ],
  ['snowflake', 'EXPLAIN USING JSON', text(snowflake), bounds(0, 73_400_320, 73_400_320), 'upper-bound', null],
  ['trino', 'EXPLAIN (TYPE IO, FORMAT JSON)', cell('Query Plan', trino(952)), bounds(500, 1000, 2000), 'heuristic', 5],
] as const)('parameters: %s by %s', async (dialect, explain, reply, bytesScanned, confidence, rows) => {
  const { estimate, asked } = await estimateAt(dialect, reply)
  expect(asked).toEqual([`${explain} ${sql}`])
  expect(estimate).toMatchObject({ bytesScanned, confidence, rows })
})

test.each([
  ['a table without statistics', 'databricks', cell('plan', databricks('8.0 EiB'))],
  ['a plan without sizes', 'databricks', cell('plan', '== Physical Plan ==\nLocalTableScan')],
  ['figures that are not numbers', 'trino', cell('Query Plan', trino('NaN'))],
  ['something else', 'snowflake', cell('content', 'Compilation of SQL…')],
  ['an engine that has no plan to ask for', 'sqlite', cell('plan', 'SCAN orders')],
] as const)('behavior: %s leaves the cost unknown, not nothing', async (_case, dialect, reply) => {
  const { estimate } = await estimateAt(dialect, reply)
  expect(estimate).toMatchObject({ bytesScanned: null, confidence: 'none' })
})

test('behavior: an engine without a plan to ask for is not asked anything', async () => {
  expect((await estimateAt('sqlite', text(''))).asked).toEqual([])
})
