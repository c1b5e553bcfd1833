import type { AnsweredQuestion } from '../types.ts'
import { lines } from './lines.ts'

/** The first, the last, and only those that fit. */
export const ranked: readonly AnsweredQuestion[] = [
  {
    question: 'Top 10 accounts by revenue in Akron',
    sql: `select a.name, sum(l.revenue) from ${lines} where t.name = 'Akron' group by a.id, a.name order by 2 desc limit 10`,
    ordered: true,
  },
  {
    question: 'Top 5 products by gross margin in 2025',
    sql: `select p.product_name, sum(l.revenue - l.cost) from lakehouse.order_lines l join lakehouse.products p using (product_id)
      where year(l.order_date) = 2025 group by p.product_id, p.product_name order by 2 desc limit 5`,
    ordered: true,
  },
  {
    question: 'accounts in Cleveland with gross margin over $100k',
    sql: `select a.name, sum(l.revenue - l.cost) as m from ${lines} where t.name = 'Cleveland' group by a.id, a.name having m > 100000`,
  },
  {
    question: 'Which accounts in Cleveland have a gross margin below zero?',
    sql: `select a.name, sum(l.revenue - l.cost) as m from ${lines} where t.name = 'Cleveland' group by a.id, a.name having m < 0`,
  },
  {
    question: 'bottom 5 accounts by gross margin in Pittsburgh',
    sql: `select a.name, sum(l.revenue - l.cost) from ${lines} where t.name = 'Pittsburgh' group by a.id, a.name order by 2 limit 5`,
    ordered: true,
  },
  {
    question: 'revenue by territory except Cleveland in 2025',
    sql: `select t.name, sum(l.revenue) from ${lines} where t.name <> 'Cleveland' and year(l.order_date) = 2025 group by 1`,
  },
  {
    question: 'revenue in Cleveland, Akron and Toledo by channel',
    sql: `select channel, sum(l.revenue) from ${lines} where t.name in ('Cleveland', 'Akron', 'Toledo') group by 1`,
  },
  {
    question: 'Which reps sold the most last quarter?',
    sql: `select o.name, sum(l.revenue) from ${lines} join crm.owners o on o.id = a.owner_id
      where l.order_date >= '2026-07-01' and l.order_date < '2026-10-01' group by o.name order by 2 desc, 1`,
    ordered: true,
  },
  {
    question: 'top 10 accounts by revenue excluding returns',
    sql: `select a.name, sum(l.revenue) from ${lines} where l.quantity >= 0 group by a.id, a.name order by 2 desc limit 10`,
    ordered: true,
  },
  {
    question: 'revenue by brand, worst first',
    sql: `select p.brand, sum(l.revenue) from lakehouse.order_lines l join lakehouse.products p using (product_id) group by 1 order by 2`,
    ordered: true,
  },
]
