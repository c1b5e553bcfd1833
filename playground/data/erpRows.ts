import { dataEnd } from './accounts.ts'
import { addDays, ageInDays, type ErpLine, type ErpOrder } from './erpSource.ts'
import { makeProducts } from './products.ts'
import { draw, pick } from './random.ts'

/** A row to insert, by column name. */
export type ErpRow = Record<string, string | number | null>

/** A row of `invoices`. */
export type InvoiceRow = ErpRow & { amount_cents: number; paid_amount_cents: number }

const carriers = ['Lakeshore Freight', 'Tri-State Express', 'Buckeye Parcel', 'Great Plains LTL', 'Customer pickup']
const warehouses = ['Medina DC', 'Joliet DC', 'Carlisle DC', 'Laredo DC']
const termsInDays = [30, 30, 30, 45, 60]

/** Row of `orders`. What is not shipped yet is open or being picked; what left more than five days ago is invoiced. */
export function orderRow(order: ErpOrder): ErpRow & { status: string } {
  const { is_return, ship_date, ...row } = order
  return {
    ...row,
    status: statusOf(order),
    promised_date: is_return ? null : (ship_date ?? addDays(order.order_date, 7)),
  }
}

function statusOf({ is_return, ship_date, order_id }: ErpOrder): string {
  if (is_return) return 'Return'
  if (ship_date === null) return draw(order_id, 151, 5) < 2 ? 'Picking' : 'Open'
  return ageInDays(ship_date) > 5 ? 'Invoiced' : 'Shipped'
}

/**
 * Some customers send an order twice; the second one is cancelled before it ships, so the lakehouse never sees it. It takes
 * a number that the lakehouse left out.
 */
export function cancelledTwin(order: ErpOrder): ErpOrder | undefined {
  if (order.is_return || (order.order_id - 100_001) % 97 !== 95) return undefined
  const order_id = order.order_id + 1
  return { ...order, order_id, order_number: `SO-${order_id}` }
}

/** Row of `invoices`; what has not been shipped for some days is not invoiced. */
export function invoiceRow(
  order: ErpOrder,
): (ErpRow & { amount_cents: number; paid_amount_cents: number }) | undefined {
  if (order.ship_date === null || statusOf(order) !== 'Invoiced') return undefined
  const due = addDays(order.ship_date, 1 + termsOf(order.account_id))
  const paidOn = addDays(due, draw(order.account_id, 152, 24) - 18 + draw(order.order_id, 153, 20))
  const isPaid = paidOn <= dataEnd
  const isPartlyPaid = !isPaid && draw(order.order_id, 154, 12) === 0
  return {
    invoice_id: order.order_id,
    invoice_number: `INV-${order.order_id}`,
    order_id: order.order_id,
    account_id: order.account_id,
    invoice_date: addDays(order.ship_date, 1),
    due_date: due,
    amount_cents: order.total_amount_cents,
    paid_amount_cents: isPaid ? order.total_amount_cents : isPartlyPaid ? Math.floor(order.total_amount_cents / 2) : 0,
    status: isPaid ? 'Paid' : due < dataEnd ? 'Overdue' : 'Open',
  }
}

/** Row of `shipments`; nothing has left for orders that are still open. */
export function shipmentRow(order: ErpOrder): ErpRow | undefined {
  if (order.ship_date === null) return undefined
  return {
    shipment_id: order.order_id,
    order_id: order.order_id,
    account_id: order.account_id,
    shipped_date: order.ship_date,
    carrier: pick(carriers, order.order_id, 155),
    tracking_number: `EI${String(draw(order.order_id, 156, 1_000_000_000)).padStart(9, '0')}`,
    status: ageInDays(order.ship_date) > 4 ? 'Delivered' : 'In transit',
  }
}

/** Rows of `credit`: the balance is what the invoices leave open. */
export function creditRows(balances: ReadonlyMap<number, number>): readonly ErpRow[] {
  return [...balances].map(([account_id, balance_cents]) => {
    const headroom = 60 + draw(account_id, 157, 240)
    const credit_limit_cents = Math.max(5_000_00, Math.ceil((balance_cents * headroom) / 100 / 1_000_00) * 1_000_00)
    const available_credit_cents = credit_limit_cents - balance_cents
    const terms = `Net ${termsOf(account_id)}`
    return {
      account_id,
      credit_limit_cents,
      balance_cents,
      available_credit_cents,
      terms,
      on_hold: available_credit_cents < 0 ? 1 : 0,
    }
  })
}

/** Rows of `inventory`: every article in every warehouse; what open orders wait for is reserved. */
export function inventoryRows(reserved: ReadonlyMap<number, number>): readonly ErpRow[] {
  return makeProducts().flatMap(({ id, sku, usualQuantity }) =>
    warehouses.map((warehouse, place) => {
      const key = id * 4 + place
      const reorder_point = usualQuantity * (2 + draw(key, 158, 6))
      const promised = place === 0 ? (reserved.get(id) ?? 0) : 0
      const on_hand = draw(key, 159, 14) === 0 ? 0 : promised + draw(key, 160, reorder_point * 4)
      return { sku, product_id: id, warehouse, on_hand, reserved: Math.min(on_hand, promised), reorder_point }
    }),
  )
}

/** Pieces that open orders wait for, by product. */
export function reservedPieces(openOrders: ReadonlySet<number>, lines: readonly ErpLine[]): Map<number, number> {
  const pieces = new Map<number, number>()
  for (const { order_id, product_id, quantity } of lines) {
    if (openOrders.has(order_id)) pieces.set(product_id, (pieces.get(product_id) ?? 0) + quantity)
  }
  return pieces
}

function termsOf(accountId: number): number {
  return pick(termsInDays, accountId, 161)
}
