import type { AnsweredQuestion } from '../types.ts'
import { lines } from './lines.ts'

/** By year, quarter and month, and one period beside another. */
export const overTime: readonly AnsweredQuestion[] = [
  {
    question: 'revenue by year',
    sql: 'select year(order_date), sum(revenue) from lakehouse.order_lines group by 1 order by 1',
    ordered: true,
  },
  {
    question: 'revenue by month in 2025',
    sql: `select strftime(order_date, '%Y-%m'), sum(revenue) from lakehouse.order_lines where year(order_date) = 2025 group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'Gross margin by quarter since 2024',
    sql: `select year(order_date) || '-Q' || quarter(order_date), sum(revenue - cost) from lakehouse.order_lines where order_date >= '2024-01-01' group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'revenue by channel and year',
    sql: 'select channel, year(order_date), sum(revenue) from lakehouse.order_lines group by 1, 2',
  },
  {
    question: 'revenue since March 2024 by channel',
    sql: `select channel, sum(revenue) from lakehouse.order_lines where order_date >= '2024-03-01' group by 1`,
  },
  {
    question: 'compare revenue of Cleveland and Akron by year',
    sql: `select t.name, year(l.order_date), sum(l.revenue) from ${lines} where t.name in ('Cleveland', 'Akron') group by 1, 2`,
  },
  {
    question: 'revenue for "Great Lakes Fastener & Supply" by year',
    sql: `select year(l.order_date), sum(l.revenue) from ${lines} where a.name = 'Great Lakes Fastener & Supply' group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'revenue by channel this year versus last year',
    sql: `select channel, sum(revenue) filter (year(order_date) = 2026 and order_date <= '2026-11-22'), sum(revenue) filter (year(order_date) = 2025 and order_date <= '2025-11-22') from lakehouse.order_lines group by 1`,
  },
  {
    question: 'revenue of this account by year',
    context: { entity: 'account', id: '{{great lakes}}', label: 'Great Lakes Fastener & Supply' },
    sql: `select year(l.order_date), sum(l.revenue) from ${lines} where a.name = 'Great Lakes Fastener & Supply' group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'How did revenue develop month by month in 2024?',
    sql: `select strftime(order_date, '%Y-%m'), sum(revenue) from lakehouse.order_lines where year(order_date) = 2024 group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'compare 2024 and 2025 revenue by channel',
    sql: `select channel, sum(revenue) filter (where year(order_date) = 2025), sum(revenue) filter (where year(order_date) = 2024)
      from lakehouse.order_lines where year(order_date) in (2024, 2025) group by channel`,
  },
]
