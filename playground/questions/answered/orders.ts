import type { AnsweredQuestion } from '../types.ts'
import { lines } from './lines.ts'

/** Who ordered what, when, and who did not. */
export const orders: readonly AnsweredQuestion[] = [
  {
    question: 'How many orders did we get in the last 90 days?',
    sql: `select count(distinct order_id) from lakehouse.order_lines where order_date > date '2026-11-22' - 90 and order_date <= '2026-11-22'`,
  },
  {
    question: 'accounts in Cleveland with at least 5 orders in 2026',
    sql: `select a.name, count(distinct l.order_id) as n from ${lines} where t.name = 'Cleveland' and year(l.order_date) = 2026 group by a.id, a.name having n >= 5`,
  },
  {
    question: 'orders by territory in 2025',
    sql: `select t.name, count(distinct l.order_id) from ${lines} where year(l.order_date) = 2025 group by 1`,
  },
  {
    question: 'accounts in Akron without orders in 2026',
    sql: `select a.name from crm.accounts a join crm.territories t on t.id = a.territory_id where t.name = 'Akron'
      and a.id not in (select account_id from lakehouse.order_lines where year(order_date) = 2026)`,
  },
  {
    question: 'how much did Cuyahoga Valve buy last year?',
    sql: `select sum(l.revenue) from ${lines} where a.name = 'Cuyahoga Valve Co.' and year(l.order_date) = 2025`,
  },
  {
    question: 'what did Lorain Pump Works buy in 2025',
    sql: `select p.product_name, sum(l.revenue) from ${lines} join lakehouse.products p using (product_id)
      where a.name = 'Lorain Pump Works' and year(l.order_date) = 2025 group by p.product_name`,
  },
  {
    question: 'show the orders of Lorain Pump Works',
    sql: `select l.order_number, a.name, l.order_date, sum(l.revenue) from ${lines} where a.name = 'Lorain Pump Works' group by all`,
  },
  {
    question: 'latest 5 orders of Lorain Pump Works',
    sql: `select l.order_number, a.name, l.order_date, sum(l.revenue) from ${lines} where a.name = 'Lorain Pump Works'
      group by all order by l.order_date desc limit 5`,
  },
  {
    question: "which accounts haven't ordered since January 2026?",
    sql: `select a.name from crm.accounts a where a.id not in (select account_id from lakehouse.order_lines where order_date >= '2026-01-01')`,
  },
  {
    question: 'number of orders per customer in Akron',
    sql: `select a.name, count(distinct l.order_id) from ${lines} where t.name = 'Akron' group by a.id, a.name`,
  },
  {
    question: 'how many customers bought in 2025 by territory',
    sql: `select t.name, count(distinct l.account_id) from ${lines} where year(l.order_date) = 2025 group by t.name`,
  },
]
