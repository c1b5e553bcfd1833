import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { dataEnd } from './accounts.ts'

/** The ERP keeps two years. */
const erpStart = '2024-11-21'

/** An order as the ERP holds it; dates as ISO text, money in US cents. */
export type ErpOrder = {
  order_id: number
  order_number: string
  account_id: number
  order_date: string
  ship_date: string | null
  currency: string
  line_count: number
  total_amount_cents: number
  is_return: boolean
}

/** Lines of {@link ErpOrder}, in the order of order and line. */
export type ErpLine = {
  order_id: number
  line_number: number
  product_id: number
  sku: string
  description: string
  quantity: number
  unit_price_cents: number
  amount_cents: number
}

/**
 * Reads the last two years of the lakehouse, so that the ERP agrees with it by construction: same ids, accounts, totals.
 *
 * @param lakehouse - Folder that `generateLakehouse` wrote.
 */
export async function readErpSource(lakehouse: string): Promise<{ orders: ErpOrder[]; lines: ErpLine[] }> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const from = (table: string) => `read_parquet('${join(lakehouse, table).replaceAll("'", "''")}')`
  try {
    await connection.run(
      `create temp table recent as from ${from('order_lines/*.parquet')} where order_date >= '${erpStart}'`,
    )
    const orders = await connection.runAndReadAll(ordersSql)
    const lines = await connection.runAndReadAll(linesSql(from('products.parquet')))
    return { orders: orders.getRowObjectsJS() as ErpOrder[], lines: lines.getRowObjectsJS() as ErpLine[] }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

// Cents leave as doubles, which hold whole numbers up to 2^53 exactly and need no conversion from BigInt.
const ordersSql = `
  select order_id::integer as order_id, order_number, account_id::integer as account_id, order_date::varchar as order_date,
    any_value(ship_date)::varchar as ship_date, any_value(currency) as currency, count(*)::integer as line_count,
    (sum(revenue) * 100)::bigint::double as total_amount_cents, order_number like 'RM-%' as is_return
  from recent group by order_id, order_number, account_id, order_date order by order_id
`

const linesSql = (products: string) => `
  select order_id::integer as order_id, line_number, product_id, sku, product_name as description, quantity,
    (unit_price * 100)::bigint::double as unit_price_cents, (revenue * 100)::bigint::double as amount_cents
  from recent join ${products} using (product_id) order by order_id, line_number
`

/** Days from one ISO date to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The ISO date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Age of a date at the end of the data, in days. */
export function ageInDays(date: string): number {
  return daysBetween(date, dataEnd)
}
