import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openEmptyDatabase } from '../../packages/gateway/src/testing/emptyDatabase.ts'
import { generateErp } from '../data/erp.ts'
import { generateLakehouse } from '../data/lakehouse.ts'
import { seedCrm } from '../data/seedCrm.ts'
import { makeFolder, testScale } from '../data/testData.ts'

type Member = { name: string; expr: string; display_name: string; synonyms?: string[]; format?: { type: string } }
type View = {
  version: number
  source: string
  comment: string
  joins?: { name: string; source: string; on: string }[]
  dimensions: Member[]
  measures: Member[]
}

const lakehouseViews = ['sales']
const erpViews = ['orders', 'invoices', 'credit', 'inventory', 'shipments']
const views = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({
    name: file.replace('.yaml', ''),
    view: parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as View,
  }))

type Ask = (sql: string) => Promise<Record<string, unknown>[]>
const sources: Record<'lakehouse' | 'crm' | 'erp', Ask> = { lakehouse: notReady, crm: notReady, erp: notReady }
const endings: (() => unknown)[] = []

function notReady(): never {
  throw new Error('the sources are not open yet')
}

beforeAll(async () => {
  const { folder, remove } = await makeFolder()
  endings.push(remove)
  await generateLakehouse(folder, { scale: testScale })
  await generateErp(join(folder, 'erp.sqlite'), folder)
  sources.lakehouse = await openLakehouse(folder)
  sources.crm = await openCrm()
  sources.erp = openErp(join(folder, 'erp.sqlite'))
}, 60_000)
afterAll(async () => {
  for (const end of endings.reverse()) await end()
})

async function openLakehouse(folder: string): Promise<Ask> {
  const connection = await (await DuckDBInstance.create()).connect()
  endings.push(() => connection.closeSync())
  await connection.run(`create view order_lines as from '${folder}/order_lines/*.parquet'`)
  for (const table of ['products', 'dates'])
    await connection.run(`create view ${table} as from '${folder}/${table}.parquet'`)
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
}

async function openCrm(): Promise<Ask> {
  const database = await openEmptyDatabase()
  endings.push(() => database.close())
  const query = async (sql: string, parameters: readonly string[] = []) =>
    (await database.query<Record<string, unknown>>(sql, [...parameters])).rows
  await seedCrm({ run: (sql) => database.exec(sql), query }, { scale: testScale })
  return query
}

function openErp(file: string): Ask {
  const database = new DatabaseSync(file, { readOnly: true })
  endings.push(() => database.close())
  return async (sql) => database.prepare(sql).all()
}

function sourceOf(view: string): Ask {
  if (lakehouseViews.includes(view)) return sources.lakehouse
  return erpViews.includes(view) ? sources.erp : sources.crm
}

/** A plain reading of a metric view, without the gateway's planner. */
function selectOf({ source, joins = [] }: View, { expr }: Member): string {
  const joined = joins.map((join) => `LEFT JOIN ${join.source} AS ${join.name} ON ${join.on}`)
  return `SELECT ${expr} AS value FROM ${source} AS source ${joined.join(' ')}`
}

test.each(views)('default: every member of $name can be computed at its source', async ({ name, view }) => {
  for (const member of view.measures) {
    const rows = await sourceOf(name)(selectOf(view, member))
    expect([member.name, rows.length, rows[0]?.value !== null]).toEqual([member.name, 1, true])
  }
  for (const member of view.dimensions) {
    const rows = await sourceOf(name)(`${selectOf(view, member)} LIMIT 500`)
    expect([member.name, rows.some(({ value }) => value !== null)]).toEqual([member.name, true])
  }
})

test.each(views)('behavior: $name keeps to the specification', ({ view }) => {
  expect(view.version).toBe(1.1)
  expect(
    Object.keys(view).filter(
      (key) => !['version', 'source', 'comment', 'joins', 'dimensions', 'measures', 'filter'].includes(key),
    ),
  ).toEqual([])
  const members = [...view.dimensions, ...view.measures]
  expect(new Set(members.map(({ name }) => name)).size).toBe(members.length)
  for (const { display_name, synonyms = [] } of members) {
    expect(display_name.length).toBeLessThanOrEqual(255)
    expect(synonyms.length).toBeLessThanOrEqual(10)
  }
})

test('behavior: no two measures answer to one word', () => {
  const words = views.flatMap(({ view }) =>
    view.measures.flatMap(({ display_name, synonyms = [] }) => [
      ...new Set([display_name, ...synonyms].map((word) => word.toLowerCase())),
    ]),
  )
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})

test('behavior: gross margin leaves out lines of unknown cost, on both sides', async () => {
  const sales = views.find(({ name }) => name === 'sales')!.view
  const expr = (name: string) => sales.measures.find((measure) => measure.name === name)!.expr
  const [row] = await sources.lakehouse(`
    SELECT ${expr('gross_margin')} = (SELECT sum(revenue) - sum(cost) FROM order_lines WHERE cost IS NOT NULL) AS margin,
      abs(${expr('gross_margin_percent')} - (SELECT sum(revenue - cost) / sum(revenue) FROM order_lines WHERE cost IS NOT NULL)) < 1e-9 AS percent,
      count(*) FILTER (WHERE cost IS NULL) > 0 AS some FROM order_lines AS source`)
  expect(row).toEqual({ margin: true, percent: true, some: true })
})
