import { DuckDBInstance } from '@duckdb/node-api'
import type { Column, Step } from '@lakefront/contract'
import { expect, test } from 'vitest'
import { rowsOfDuckdb } from '../../arrow/duckdb/fromDuckdb.ts'
import { batchesOfRows } from '../../arrow/fromRows.ts'
import { GatewayError } from '../../errors.ts'
import type { Dialect, Source } from '../../sources/port.ts'
import type { PlanStep, QueryPlan } from '../port.ts'
import { runPlan } from './runPlan.ts'

/** A source over a DuckDB in memory, which remembers what it was asked. */
async function duckdbSource(
  id: string,
  setup: string,
  dialect: Dialect = 'duckdb',
): Promise<Source & { asked: string[] }> {
  const instance = await DuckDBInstance.create()
  await (await instance.connect()).run(setup)
  const asked: string[] = []
  return {
    id,
    title: id.toUpperCase(),
    dialect,
    asked,
    async query(sql) {
      asked.push(sql)
      const connection = await instance.connect()
      const { columns, batches } = rowsOfDuckdb(await connection.stream(sql))
      return { columns, batches, truncated: () => false, stats: () => ({ bytesScanned: 42, durationMs: 1 }) }
    },
    describe: async () => [],
    estimate: async () => ({ rows: null, bytesScanned: null, confidence: 'none', basis: '' }),
    close: async () => undefined,
  }
}

function failing(id: string, error: GatewayError): Source {
  const fail = async () => {
    throw error
  }
  return {
    id,
    title: id.toUpperCase(),
    dialect: 'duckdb',
    query: fail,
    describe: fail,
    estimate: fail,
    close: async () => undefined,
  }
}

const crmSetup = `create table accounts (id bigint, name varchar, territory varchar);
  insert into accounts values (1, 'Ada', 'Cleveland'), (2, 'O''Brien', 'Cleveland'), (3, 'Zoë', 'Akron'), (null, 'No key', 'Cleveland')`
const lakehouseSetup = `create table lines (account_id bigint, revenue decimal(14,2));
  insert into lines values (1, 10.10), (1, 0.05), (2, -3.00), (3, 99), (4, 7)`

const id: Column = { name: 'account_id', type: 'integer' }
const name: Column = { name: 'name', type: 'text', title: 'Account' }
const revenue: Column = { name: 'revenue', type: 'decimal', scale: 2, unit: 'currency', currency: 'USD' }

const accounts: PlanStep = {
  id: 'crm',
  source: 'crm',
  purpose: 'Find the accounts.',
  sql: `select id as account_id, name from accounts where territory = 'Cleveland'`,
  columns: [id, name],
  optional: false,
}
const sums: PlanStep = {
  id: 'lakehouse',
  source: 'lakehouse',
  purpose: 'Add up.',
  sql: 'select account_id, sum(revenue) as revenue from lines where account_id in ({{keys}}) group by account_id',
  semiJoin: { step: 'crm', column: 'account_id' },
  columns: [id, revenue],
  optional: false,
}

function planOf(change: Partial<QueryPlan> = {}): QueryPlan {
  return {
    title: 'Revenue by account',
    explanation: '',
    steps: [accounts, sums],
    compose: {
      sql: 'select account_id, name, revenue from crm left join lakehouse using (account_id) order by revenue desc nulls last, name',
      purpose: 'Join by key.',
    },
    columns: [{ ...id, role: 'key' }, name, revenue],
    lineage: [],
    tables: { crm: ['accounts'], lakehouse: ['lines'] },
    warnings: [],
    ...change,
  }
}

async function run(
  plan: QueryPlan,
  sources: readonly Source[],
  options: { maxRows?: number; signal?: AbortSignal } = {},
) {
  const events: Step[] = []
  const { signal = new AbortController().signal, ...rest } = options
  const byId = new Map(sources.map((source) => [source.id, source]))
  const { stream, steps } = await runPlan(plan, { sources: byId, signal, onStep: (step) => events.push(step), ...rest })
  const rows = []
  for await (const batch of stream.batches) rows.push(...batch.rows())
  return { columns: stream.columns, rows, truncated: stream.truncated(), events, steps: steps() }
}

test('default: keys of one source reduce the other, and the join is exact', async () => {
  const [crm, lakehouse] = [await duckdbSource('crm', crmSetup), await duckdbSource('lakehouse', lakehouseSetup)]
  const { columns, rows, steps } = await run(planOf(), [crm, lakehouse])
  expect(rows).toEqual([
    ['1', 'Ada', '10.15'],
    ['2', "O'Brien", '-3.00'],
    [null, 'No key', null],
  ])
  expect(columns).toMatchObject([
    { role: 'key' },
    { title: 'Account' },
    { unit: 'currency', currency: 'USD', scale: 2 },
  ])
  expect(lakehouse.asked).toEqual([sums.sql.replace('{{keys}}', '1, 2')])
  expect(steps).toMatchObject([
    { id: 'crm', status: 'done', rows: 3, bytesScanned: 42, dependsOn: [] },
    { id: 'lakehouse', status: 'done', rows: 2, keysPushed: 2, dependsOn: ['crm'] },
    { id: 'compose', source: 'gateway', status: 'done', rows: 3, bytesScanned: null, dependsOn: ['crm', 'lakehouse'] },
  ])
})

test('default: one step is the answer, its batches pass through', async () => {
  const lakehouse = await duckdbSource('lakehouse', lakehouseSetup)
  const step = { ...sums, sql: 'select account_id, revenue from lines order by revenue', semiJoin: undefined }
  const { compose: _, ...plan } = planOf({ steps: [step], columns: [id, revenue] })
  const { rows, events } = await run(plan, [lakehouse])
  expect(rows).toHaveLength(5)
  expect(events.map(({ status, rows }) => [status, rows])).toEqual([
    ['running', null],
    ['done', 5],
  ])
})

test('parameters: maxRows', async () => {
  const sources = [await duckdbSource('crm', crmSetup), await duckdbSource('lakehouse', lakehouseSetup)]
  expect(await run(planOf(), sources, { maxRows: 1 })).toMatchObject({ rows: [['1', 'Ada', '10.15']], truncated: true })
})

test('behavior: no keys, no statement', async () => {
  const [crm, lakehouse] = [await duckdbSource('crm', crmSetup), await duckdbSource('lakehouse', lakehouseSetup)]
  const nobody = { ...accounts, sql: accounts.sql.replace('Cleveland', 'Erie') }
  const { rows, steps } = await run(planOf({ steps: [nobody, sums] }), [crm, lakehouse])
  expect(rows).toEqual([])
  expect(lakehouse.asked).toEqual([])
  expect(steps.find(({ id }) => id === 'lakehouse')).toMatchObject({ status: 'skipped', rows: 0 })
})

test('behavior: keys are literals, whatever is in them, and long lists are abbreviated for people', async () => {
  const crm = await duckdbSource(
    'crm',
    `create table accounts as select 'it''s ' || range || '; drop table lines' as id from range(50)`,
  )
  const lakehouse = await duckdbSource(
    'lakehouse',
    `create table lines as select 'it''s 7; drop table lines' as account_id, 1.00 as revenue`,
  )
  const key: Column = { name: 'account_id', type: 'text' }
  const { rows, steps } = await run(
    planOf({
      steps: [
        { ...accounts, sql: 'select id as account_id from accounts order by 1', columns: [key] },
        { ...sums, columns: [key, revenue] },
      ],
      compose: { sql: 'select account_id, revenue from lakehouse', purpose: '' },
      columns: [key, revenue],
    }),
    [crm, lakehouse],
  )
  expect(rows).toEqual([["it's 7; drop table lines", '1.00']])
  expect(steps.find(({ id }) => id === 'lakehouse')?.sql).toMatch(/'it''s 0; drop table lines', .* and 45 more/)
})

test('behavior: a source that is missing and not needed leaves a partial answer', async () => {
  const crm = await duckdbSource('crm', crmSetup)
  const down = failing(
    'lakehouse',
    new GatewayError({ code: 'source-unavailable', message: 'The lakehouse is currently unavailable.' }),
  )
  const { rows, steps } = await run(planOf({ steps: [accounts, { ...sums, optional: true }] }), [crm, down])
  expect(rows.map(([, name, sum]) => [name, sum])).toEqual([
    ['Ada', null],
    ['No key', null],
    ["O'Brien", null],
  ])
  expect(steps.find(({ id }) => id === 'lakehouse')).toMatchObject({
    status: 'failed',
    error: 'The lakehouse is currently unavailable.',
  })
})

test('behavior: a source that is missing and needed fails the answer', async () => {
  const error = new GatewayError({ code: 'source-unavailable', message: 'The lakehouse is currently unavailable.' })
  await expect(run(planOf(), [await duckdbSource('crm', crmSetup), failing('lakehouse', error)])).rejects.toBe(error)
})

test('behavior: when every optional step fails there is no answer', async () => {
  const error = new GatewayError({ code: 'source-unavailable', message: 'down' })
  const plan = planOf({
    steps: [
      { ...accounts, optional: true },
      { ...sums, optional: true },
    ],
  })
  await expect(run(plan, [failing('crm', error), failing('lakehouse', error)])).rejects.toBe(error)
})

test('behavior: cancelling stops the sources', async () => {
  const controller = new AbortController()
  let given: AbortSignal | undefined
  const crm = await duckdbSource('crm', crmSetup)
  const slow: Source = {
    ...(await duckdbSource('lakehouse', lakehouseSetup)),
    query: (_sql, { signal }) => {
      given = signal
      setTimeout(() => controller.abort(), 1)
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new GatewayError({ code: 'cancelled', message: 'cancelled' }))),
      )
    },
  }
  await expect(run(planOf(), [crm, slow], { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' })
  expect(given?.aborted).toBe(true)
})

test('behavior: a step that writes is refused before it is sent', async () => {
  const crm = await duckdbSource('crm', crmSetup)
  const step = { ...accounts, sql: 'delete from accounts returning id as account_id, name' }
  await expect(run(planOf({ steps: [step], columns: [id, name] }), [crm])).rejects.toMatchObject({
    code: 'statement-refused',
  })
  expect(crm.asked).toEqual([])
})

test('behavior: a table that the plan does not name is refused', async () => {
  const crm = await duckdbSource('crm', crmSetup)
  const plan = planOf({ steps: [accounts], tables: { crm: ['other'] }, columns: [id, name] })
  await expect(run(plan, [crm])).rejects.toMatchObject({ code: 'statement-refused' })
})

test('behavior: a join cannot reach outside its tables', async () => {
  const sources = [await duckdbSource('crm', crmSetup), await duckdbSource('lakehouse', lakehouseSetup)]
  const plan = planOf({ compose: { sql: `select * from read_text('/etc/passwd')`, purpose: '' } })
  await expect(run(plan, sources)).rejects.toMatchObject({ code: 'statement-refused' })
})

test('behavior: types that a source loses are restored from the plan, to the cent', async () => {
  const columns: Column[] = [
    { name: 'amount', type: 'decimal', scale: 2 },
    { name: 'day', type: 'date' },
  ]
  const lost: Column[] = [
    { name: 'amount', type: 'float' },
    { name: 'day', type: 'text' },
  ]
  const sqlite: Source = {
    ...(await duckdbSource('erp', 'select 1')),
    dialect: 'sqlite',
    query: async () => ({
      columns: lost,
      batches: batchesOfRows(lost, [[0.1 + 0.2, '2026-01-02']]),
      truncated: () => false,
      stats: () => ({ bytesScanned: null, durationMs: 1 }),
    }),
  }
  const step = { ...accounts, source: 'erp', sql: 'select amount, day from orders', columns }
  const { compose: _, ...plan } = planOf({ steps: [step], columns, tables: {} })
  const { rows, columns: answered } = await run(plan, [sqlite])
  expect(rows).toEqual([['0.30', '2026-01-02']])
  expect(answered).toEqual(columns)
})

test('behavior: a source that answers other columns than asked for is garbled', async () => {
  const crm = await duckdbSource('crm', crmSetup)
  const { compose: _, ...plan } = planOf({ steps: [{ ...accounts, columns: [id] }], columns: [id] })
  await expect(run(plan, [crm])).rejects.toMatchObject({ code: 'source-garbled' })
})

test('behavior: steps that need nothing of each other run at once', async () => {
  const started: string[] = []
  const both = Promise.withResolvers<void>()
  const waiting = async (name: string, setup: string): Promise<Source> => {
    const source = await duckdbSource(name, setup)
    const query: Source['query'] = async (sql, options) => {
      started.push(name)
      if (started.length === 2) both.resolve()
      await both.promise
      return source.query(sql, options)
    }
    return { ...source, query }
  }
  const free = { ...sums, semiJoin: undefined, sql: 'select account_id, sum(revenue) as revenue from lines group by 1' }
  const { rows } = await run(planOf({ steps: [accounts, free] }), [
    await waiting('crm', crmSetup),
    await waiting('lakehouse', lakehouseSetup),
  ])
  expect(rows).toHaveLength(3)
})
