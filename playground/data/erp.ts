import { DatabaseSync } from 'node:sqlite'
import {
  cancelledTwin,
  creditRows,
  type ErpRow,
  type InvoiceRow,
  inventoryRows,
  invoiceRow,
  orderRow,
  reservedPieces,
  shipmentRow,
} from './erpRows.ts'
import { erpComments, erpIndexes, erpSchema } from './erpSchema.ts'
import { type ErpLine, type ErpOrder, readErpSource } from './erpSource.ts'

/**
 * Writes the ERP's database from the last two years of the lakehouse.
 *
 * @param file - A file that does not exist yet.
 * @param lakehouse - Folder that `generateLakehouse` wrote.
 */
export async function generateErp(file: string, lakehouse: string): Promise<void> {
  const source = await readErpSource(lakehouse)
  const database = new DatabaseSync(file)
  try {
    // Until it is whole the file is nobody's: if the process dies, it is made anew.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;')
    database.exec(erpSchema)
    database.exec('BEGIN')
    fill(database, source)
    database.exec('COMMIT')
    database.exec(erpIndexes)
    database.exec('PRAGMA journal_mode = WAL')
  } finally {
    database.close()
  }
}

function fill(
  database: DatabaseSync,
  { orders, lines }: { orders: readonly ErpOrder[]; lines: readonly ErpLine[] },
): void {
  const twins = new Map(
    orders.flatMap((order) => (cancelledTwin(order) ? [[order.order_id, cancelledTwin(order)]] : [])) as [
      number,
      ErpOrder,
    ][],
  )
  const rows = orders.map(orderRow)
  const open = new Set(
    rows.filter(({ status }) => status === 'Open' || status === 'Picking').map((row) => row.order_id as number),
  )
  insert(database, 'orders', rows)
  insert(
    database,
    'orders',
    [...twins.values()].map((twin) => ({ ...orderRow(twin), status: 'Cancelled' })),
  )
  insert(database, 'order_lines', lines)
  insert(
    database,
    'order_lines',
    lines.flatMap((line) => twinLine(line, twins)),
  )

  const invoices = orders.map(invoiceRow).filter((row) => row !== undefined)
  insert(database, 'invoices', invoices)
  insert(
    database,
    'shipments',
    orders.map(shipmentRow).filter((row) => row !== undefined),
  )
  insert(database, 'credit', creditRows(balancesOf(orders, invoices)))
  insert(database, 'inventory', inventoryRows(reservedPieces(open, lines)))
  insert(
    database,
    'comments',
    erpComments.map(([table_name, column_name, comment]) => ({ table_name, column_name, comment })),
  )
}

function twinLine(line: ErpLine, twins: ReadonlyMap<number, ErpOrder>): readonly ErpLine[] {
  const twin = twins.get(line.order_id)
  return twin ? [{ ...line, order_id: twin.order_id }] : []
}

/** Every account with orders has a credit line, also when it owes nothing. */
function balancesOf(orders: readonly ErpOrder[], invoices: readonly InvoiceRow[]): Map<number, number> {
  const balances = new Map(orders.map(({ account_id }) => [account_id, 0]))
  for (const invoice of invoices) {
    const account = invoice.account_id as number
    balances.set(account, (balances.get(account) ?? 0) + invoice.amount_cents - invoice.paid_amount_cents)
  }
  return balances
}

function insert(database: DatabaseSync, table: string, rows: readonly (ErpRow | ErpLine)[]): void {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const statement = database.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows)
    statement.run(...columns.map((column) => (row as Record<string, string | number | null>)[column] ?? null))
}
