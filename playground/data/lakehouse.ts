import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { orderDays } from './calendar.ts'
import { makeExchangeRates, priceListFactors } from './exchangeRates.ts'
import { dimensions, draftOrders, orderLines, publishedLines, returnLines } from './lakehouseSql.ts'
import { planOrders } from './orderPlan.ts'
import { makeProducts } from './products.ts'
import { drawMacros } from './random.ts'

const firstYear = 2018
const lastYear = 2026

/**
 * Writes the lakehouse: a folder of Parquet files, `order_lines` as one file a year.
 *
 * @param folder - Made if missing; files in it are replaced.
 * @param scale - 1 is about two million order lines.
 */
export async function generateLakehouse(folder: string, { scale = 1 }: { scale?: number } = {}): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(drawMacros)
    await loadInputs(connection, scale)
    for (const step of [draftOrders, orderLines, returnLines, publishedLines, dimensions]) await connection.run(step)
    await writeParquet(connection, folder)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function loadInputs(connection: DuckDBConnection, scale: number): Promise<void> {
  await load(connection, 'plan', planOrders(scale))
  await load(connection, 'calendar_rows', orderDays())
  await load(connection, 'product_rows', makeProducts())
  await load(connection, 'rate_rows', makeExchangeRates())
  await load(
    connection,
    'factor_rows',
    Object.entries(priceListFactors).map(([currency, { factorPercent }]) => ({ currency, factorPercent })),
  )
  await load(connection, 'level_rows', priceLevels())
  await connection.run(`
    create temp table calendar as select date::date as order_date, weightBefore as weight_before from calendar_rows;
    create temp table product as select id::integer as product_id, sku, name as product_name, category, brand,
      (listPriceCents * 0.01::decimal(3, 2))::decimal(10, 2) as list_price,
      (standardCostCents * 0.01::decimal(3, 2))::decimal(10, 2) as standard_cost, usualQuantity as usual_quantity from product_rows;
    create temp table rate as select currency, date::date as rate_date,
      (rateMillionths * 0.000001::decimal(7, 6))::decimal(12, 6) as rate from rate_rows;
    create temp table factor as select currency, (factorPercent * 0.01::decimal(3, 2))::decimal(6, 2) as factor from factor_rows;
    create temp table price_level as select year, (permille * 0.001::decimal(4, 3))::decimal(5, 3) as level from level_rows;
  `)
}

/** Prices and costs against 2018, in thousandths. */
function priceLevels(): readonly { year: number; permille: number }[] {
  return [1000, 1018, 1026, 1071, 1148, 1187, 1210, 1236, 1261].map((permille, index) => ({
    year: firstYear + index,
    permille,
  }))
}

/** Hands rows over as one JSON parameter, so that nothing is written to disk and no value is pasted into SQL. */
async function load(connection: DuckDBConnection, table: string, rows: readonly object[]): Promise<void> {
  const shape = JSON.stringify([structureOf(rows[0] ?? {})])
  await connection.run(
    `create temp table ${table} as select unnest(from_json_strict($rows::json, '${shape}'), recursive := true)`,
    { rows: JSON.stringify(rows) },
  )
}

function structureOf(row: object): Record<string, string> {
  const types: Record<string, string> = { number: 'BIGINT', string: 'VARCHAR', boolean: 'BOOLEAN' }
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, types[typeof value] ?? 'VARCHAR']))
}

async function writeParquet(connection: DuckDBConnection, folder: string): Promise<void> {
  await mkdir(join(folder, 'order_lines'), { recursive: true })
  const options = '(format parquet, compression zstd, row_group_size 122880)'
  for (let year = firstYear; year <= lastYear; year += 1) {
    const rows = `(from order_lines where order_date between '${year}-01-01' and '${year}-12-31' order by order_line_id)`
    await connection.run(`copy ${rows} to '${quoted(join(folder, 'order_lines', `${year}.parquet`))}' ${options}`)
  }
  for (const table of ['products', 'dates', 'accounts', 'exchange_rates']) {
    await connection.run(`copy ${table} to '${quoted(join(folder, `${table}.parquet`))}' ${options}`)
  }
}

function quoted(path: string): string {
  return path.replaceAll("'", "''")
}
