import { beforeAll, describe, expect, test } from 'vitest'
import { loadFixtureModel } from '../../ask/fixture/model.ts'
import { type DimensionUse, emptyIntent, type Intent, type MeasureUse } from '../../ask/intent.ts'
import type { SemanticModel } from '../../semantic/port.ts'
import type { Dialect } from '../../sources/port.ts'
import { planQuery } from './planQuery.ts'

let model: SemanticModel
beforeAll(async () => {
  model = await loadFixtureModel()
})

const sourcesIn = (crm: Dialect, lakehouse: Dialect) =>
  new Map([
    ['lakehouse', { title: 'Lakehouse', dialect: lakehouse }],
    ['crm', { title: 'CRM', dialect: crm }],
    ['erp', { title: 'ERP', dialect: 'sqlite' as const }],
  ])

const measure = (view: string, member: string): MeasureUse => ({ kind: 'measure', ref: { view, member } })
const dimension = (view: string, member: string): DimensionUse => ({ kind: 'member', ref: { view, member } })
const account: DimensionUse = { kind: 'entity', entity: 'account' }
const cleveland = {
  kind: 'values',
  ref: { view: 'accounts', member: 'territory' },
  values: ['Cleveland'],
  exclude: false,
} as const
const year2025 = { start: '2025-01-01', end: '2026-01-01', label: '2025' }

/** Every statement of a plan, as people see them. */
function statements(intent: Partial<Intent>, crm: Dialect = 'postgresql', lakehouse: Dialect = 'duckdb'): string {
  const plan = planQuery({ intent: { ...emptyIntent, ...intent }, model, sources: sourcesIn(crm, lakehouse) })
  const steps = plan.steps.map(({ id, sql }) => `-- ${id}\n${sql}`)
  return [...steps, ...(plan.compose ? [`-- gateway\n${plan.compose.sql}`] : [])].join('\n')
}

test('default', () => {
  const main = {
    measures: [measure('sales', 'gross_margin')],
    dimensions: [account],
    conditions: [cleveland],
    share: true,
  }
  expect(statements(main)).toMatchInlineSnapshot(`
    "-- crm
    SELECT
      accounts.id AS account_id,
      accounts.name AS account_name
    FROM accounts
    LEFT JOIN territories
      ON accounts.territory_id = territories.id
    WHERE
      territories.name = 'Cleveland'
    -- lakehouse
    SELECT
      account_id,
      SUM(revenue - cost) AS gross_margin
    FROM order_lines
    WHERE
      account_id IN ({{keys}})
    GROUP BY
      account_id
    -- gateway
    SELECT
      lakehouse.account_id AS account_id,
      crm.account_name AS account_name,
      lakehouse.gross_margin AS gross_margin,
      CAST(lakehouse.gross_margin AS DOUBLE) / NULLIF(SUM(lakehouse.gross_margin) OVER (), 0) AS gross_margin_share
    FROM lakehouse
    JOIN crm
      ON crm.account_id = lakehouse.account_id
    ORDER BY
      gross_margin DESC NULLS LAST,
      account_name"
  `)
})

describe('one source is one statement', () => {
  test('behavior: ordered and limited where the data lies', () => {
    const intent = {
      measures: [measure('sales', 'revenue')],
      dimensions: [dimension('sales', 'product')],
      ranges: [year2025],
      limit: 5,
    }
    expect(statements(intent)).toMatchInlineSnapshot(`
      "-- lakehouse
      SELECT
        products.product_name AS product,
        SUM(order_lines.revenue) AS revenue
      FROM order_lines
      LEFT JOIN products
        ON order_lines.product_id = products.product_id
      WHERE
        order_lines.order_date >= CAST('2025-01-01' AS DATE) AND order_lines.order_date < CAST('2026-01-01' AS DATE)
      GROUP BY
        products.product_name
      ORDER BY
        revenue DESC NULLS LAST,
        product
      LIMIT 5"
    `)
  })

  test('behavior: an entity of the same source is joined there', () => {
    const intent = { measures: [measure('cases', 'open_cases')], dimensions: [dimension('accounts', 'territory')] }
    expect(statements(intent)).toMatchInlineSnapshot(`
      "-- crm
      SELECT
        account.territory AS territory,
        COUNT(*) FILTER(WHERE cases.closed_on IS NULL) AS open_cases
      FROM cases
      LEFT JOIN (
        SELECT
          accounts.id AS account_id,
          territories.name AS territory
        FROM accounts
        LEFT JOIN territories
          ON accounts.territory_id = territories.id
      ) AS account
        ON account.account_id = cases.account_id
      GROUP BY
        account.territory
      ORDER BY
        open_cases DESC NULLS LAST,
        territory"
    `)
  })

  test('behavior: the join that holds the key comes before the records it is joined to', () => {
    const sales = model.views.get('sales')!
    const keyed = sales.dimensions.map((one) =>
      one.name === 'account_id' ? { ...one, expression: 'products.account_id' } : one,
    )
    const views = new Map(model.views).set('sales', { ...sales, dimensions: keyed, sourceId: 'crm' })
    const intent = {
      ...emptyIntent,
      measures: [measure('sales', 'revenue')],
      dimensions: [dimension('accounts', 'city')],
    }
    const { steps } = planQuery({ intent, model: { ...model, views }, sources: sourcesIn('postgresql', 'duckdb') })
    expect(steps[0]!.sql).toMatch(/LEFT JOIN products[\s\S]+account\.account_id = products\.account_id/)
  })

  test('behavior: two periods', () => {
    const change = { against: 'year', show: 'growth' } as const
    const intent = { measures: [measure('sales', 'revenue')], ranges: [year2025], change }
    expect(statements(intent)).toMatchInlineSnapshot(`
      "-- lakehouse
      WITH lakehouse AS (
        SELECT
          SUM(revenue) AS revenue
        FROM order_lines
        WHERE
          order_date >= CAST('2025-01-01' AS DATE) AND order_date < CAST('2026-01-01' AS DATE)
      ), lakehouse_2 AS (
        SELECT
          SUM(revenue) AS previous_revenue
        FROM order_lines
        WHERE
          order_date >= CAST('2024-01-01' AS DATE) AND order_date < CAST('2025-01-01' AS DATE)
      ), every_row AS (
        SELECT
          1 AS one
      )
      SELECT
        lakehouse.revenue AS revenue,
        lakehouse_2.previous_revenue AS previous_revenue,
        CAST(lakehouse.revenue - lakehouse_2.previous_revenue AS DOUBLE) / NULLIF(ABS(lakehouse_2.previous_revenue), 0) AS revenue_change
      FROM every_row
      LEFT JOIN lakehouse
        ON TRUE
      LEFT JOIN lakehouse_2
        ON TRUE"
    `)
  })

  test.each<Dialect>(['duckdb', 'postgresql', 'sqlite', 'databricks', 'snowflake', 'bigquery', 'trino'])(
    'parameters: dialect %s',
    (dialect) => {
      const intent = {
        measures: [measure('sales', 'revenue')],
        dimensions: [{ kind: 'time', grain: 'quarter' } as const],
        ranges: [year2025],
      }
      expect(statements(intent, 'postgresql', dialect)).toMatchSnapshot()
    },
  )
})

describe('several sources', () => {
  test('behavior: ratios are put together from their parts', () => {
    const intent = {
      measures: [measure('sales', 'gross_margin_percent')],
      dimensions: [dimension('accounts', 'territory')],
    }
    expect(statements(intent)).toMatchInlineSnapshot(`
      "-- crm
      SELECT
        accounts.id AS account_id,
        territories.name AS territory
      FROM accounts
      LEFT JOIN territories
        ON accounts.territory_id = territories.id
      -- lakehouse
      SELECT
        account_id,
        SUM(revenue - cost) AS gross_margin_percent_1,
        SUM(revenue) FILTER(WHERE cost IS NOT NULL) AS gross_margin_percent_2
      FROM order_lines
      GROUP BY
        account_id
      -- gateway
      SELECT
        CASE WHEN crm.account_id IS NULL THEN '(not in CRM)' ELSE crm.territory END AS territory,
        SUM(lakehouse.gross_margin_percent_1) / NULLIF(SUM(lakehouse.gross_margin_percent_2), 0) AS gross_margin_percent
      FROM lakehouse
      LEFT JOIN crm
        ON crm.account_id = lakehouse.account_id
      GROUP BY
        CASE WHEN crm.account_id IS NULL THEN '(not in CRM)' ELSE crm.territory END
      ORDER BY
        gross_margin_percent DESC NULLS LAST,
        territory"
    `)
  })

  test('behavior: distinct counts are grouped at the source by the number of the group', () => {
    const intent = { measures: [measure('sales', 'orders')], dimensions: [dimension('accounts', 'territory')] }
    expect(statements(intent)).toMatchInlineSnapshot(`
      "-- crm
      SELECT
        accounts.id AS account_id,
        territories.name AS territory,
        CAST(DENSE_RANK() OVER (ORDER BY territories.name) AS INT) AS group_number
      FROM accounts
      LEFT JOIN territories
        ON accounts.territory_id = territories.id
      -- lakehouse
      SELECT
        record_group.group_number AS group_number,
        COUNT(DISTINCT order_lines.order_id) AS orders
      FROM order_lines
      LEFT JOIN (VALUES {{keys}}) AS record_group(record_key, group_number)
        ON record_group.record_key = order_lines.account_id
      GROUP BY
        record_group.group_number
      -- gateway
      SELECT
        CASE
          WHEN record_groups.group_number IS NULL
          THEN '(not in CRM)'
          ELSE record_groups.territory
        END AS territory,
        lakehouse.orders AS orders
      FROM lakehouse
      LEFT JOIN (
        SELECT DISTINCT
          group_number,
          territory
        FROM crm
      ) AS record_groups
        ON record_groups.group_number = lakehouse.group_number
      ORDER BY
        orders DESC NULLS LAST,
        territory"
    `)
  })

  test('behavior: records without rows elsewhere', () => {
    const without = {
      kind: 'related',
      entity: 'account',
      view: 'sales',
      measure: 'orders',
      ranges: [year2025],
      exclude: true,
    } as const
    const intent = { list: { view: 'accounts' }, dimensions: [account], conditions: [cleveland, without] }
    expect(statements(intent)).toMatchInlineSnapshot(`
      "-- crm
      SELECT
        accounts.id AS account_id,
        accounts.name AS account_name
      FROM accounts
      LEFT JOIN territories
        ON accounts.territory_id = territories.id
      WHERE
        territories.name = 'Cleveland'
      -- lakehouse
      SELECT DISTINCT
        account_id
      FROM order_lines
      WHERE
        account_id IS NOT NULL AND order_date >= CAST('2025-01-01' AS DATE) AND order_date < CAST('2026-01-01' AS DATE) AND account_id IN ({{keys}})
      -- gateway
      WITH matching_account AS (
        SELECT
          *
        FROM crm
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM lakehouse
            WHERE
              lakehouse.account_id = crm.account_id
          )
      ), every_row AS (
        SELECT
          account_id,
          account_name
        FROM matching_account
      )
      SELECT
        every_row.account_id AS account_id,
        every_row.account_name AS account_name
      FROM every_row
      ORDER BY
        account_name"
    `)
  })

  test('behavior: what a source cannot be asked is said', () => {
    const web = { kind: 'values', ref: { view: 'sales', member: 'channel' }, values: ['Web'], exclude: false } as const
    const intent = {
      ...emptyIntent,
      measures: [measure('sales', 'revenue'), measure('invoices', 'open_balance')],
      dimensions: [account],
      conditions: [web],
    }
    const { warnings, steps } = planQuery({ intent, model, sources: sourcesIn('postgresql', 'duckdb') })
    expect(warnings).toMatchObject([{ code: 'not-applicable', source: 'erp' }])
    expect(steps.map(({ source, optional }) => [source, optional])).toEqual([
      ['crm', false],
      ['lakehouse', false],
      ['erp', true],
    ])
  })

  test('behavior: what cannot be put together is refused in words', () => {
    const intent = {
      ...emptyIntent,
      measures: [measure('invoices', 'open_balance')],
      dimensions: [dimension('sales', 'channel')],
    }
    expect(() => planQuery({ intent, model, sources: sourcesIn('postgresql', 'duckdb') })).toThrow(
      'Channel says nothing of Open balance',
    )
  })
})

test('behavior: hostile values stay literals', () => {
  const hostile = { ...cleveland, values: [`'; drop table accounts; --`, '{{keys}}'] }
  const sql = statements({ measures: [measure('sales', 'revenue')], conditions: [hostile] })
  expect(sql).toContain(`'''; drop table accounts; --'`)
  expect(sql.split('{{keys}}')).toHaveLength(2)
})
