import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateErp } from './erp.ts'
import { generateLakehouse } from './lakehouse.ts'
import { askErp, askLakehouse, makeFolder, testScale } from './testData.ts'

let folder: string
let remove: () => Promise<void>
const erp = (sql: string) => askErp(join(folder, 'erp.sqlite'), sql)

beforeAll(async () => {
  ;({ folder, remove } = await makeFolder())
  await generateLakehouse(folder, { scale: testScale })
  await generateErp(join(folder, 'erp.sqlite'), folder)
}, 60_000)
afterAll(() => remove())

test('default: every order of two years, with the account and the total of the lakehouse', async () => {
  const booked = await askLakehouse(
    folder,
    `select order_id, order_number, account_id, order_date, count(*), (sum(revenue) * 100)::bigint
      from order_lines where order_date >= '2024-11-21' group by all order by order_id`,
  )
  const kept = erp(`
    SELECT order_id, order_number, account_id, order_date, line_count, total_amount_cents
    FROM orders WHERE status <> 'Cancelled' ORDER BY order_id`)
  expect(kept.length).toBeGreaterThan(1_000)
  expect(kept).toEqual(booked)
})

test('behavior: totals are those of the lines', () => {
  const wrong = erp(`
    SELECT count(*) FROM orders JOIN (SELECT order_id, sum(amount_cents) AS total, count(*) AS n FROM order_lines GROUP BY 1) USING (order_id)
    WHERE total <> total_amount_cents OR n <> line_count`)
  expect(wrong).toEqual([['0']])
})

test('behavior: cancelled orders never reached the lakehouse', async () => {
  const cancelled = erp(`SELECT order_id FROM orders WHERE status = 'Cancelled'`).flat()
  expect(cancelled.length).toBeGreaterThan(0)
  const found = await askLakehouse(folder, `select count(*) from order_lines where order_id in (${cancelled})`)
  expect(found).toEqual([['0']])
})

test('behavior: recent orders are open, older ones are invoiced', () => {
  const dates = new Map(
    erp('SELECT status, min(order_date), max(order_date), count(*) FROM orders GROUP BY 1').map(([status, ...rest]) => [
      status,
      rest,
    ]),
  )
  expect([...dates.keys()].sort()).toEqual(['Cancelled', 'Invoiced', 'Open', 'Picking', 'Return', 'Shipped'])
  expect(String(dates.get('Open')?.[0]) > '2026-11-10').toBe(true)
  expect(String(dates.get('Invoiced')?.[1]) < '2026-11-16').toBe(true)
})

test('behavior: credit is what the invoices leave open', () => {
  const wrong = erp(`
    SELECT count(*) FROM credit LEFT JOIN (SELECT account_id, sum(amount_cents - paid_amount_cents) AS owed FROM invoices GROUP BY 1) USING (account_id)
    WHERE balance_cents <> coalesce(owed, 0) OR available_credit_cents <> credit_limit_cents - balance_cents OR on_hold <> (available_credit_cents < 0)`)
  expect(wrong).toEqual([['0']])
  expect(erp(`SELECT count(*) FROM invoices WHERE (status = 'Paid') <> (amount_cents = paid_amount_cents)`)).toEqual([
    ['0'],
  ])
})
