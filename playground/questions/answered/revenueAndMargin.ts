import type { AnsweredQuestion } from '../types.ts'
import { lines } from './lines.ts'

/** Revenue and margin, by whom and by what: the lakehouse, with accounts, territories and owners of the CRM. */
export const revenueAndMargin: readonly AnsweredQuestion[] = [
  {
    question: 'What is the lifetime gross margin by account for the Cleveland territory?',
    sql: `select a.name, sum(l.revenue - l.cost) from ${lines} where t.name = 'Cleveland' group by a.id, a.name order by 2 desc`,
    ordered: true,
  },
  {
    question: 'gross margin by account in cleveland in 2025',
    sql: `select a.name, sum(l.revenue - l.cost) from ${lines} where t.name = 'Cleveland' and year(l.order_date) = 2025 group by a.id, a.name`,
  },
  {
    question: 'revenue by territory',
    sql: `select t.name, sum(l.revenue) from ${lines} group by t.name`,
  },
  {
    question: 'Revenue and gross margin by region in 2024',
    sql: `select t.region, sum(l.revenue), sum(l.revenue - l.cost) from ${lines} where year(l.order_date) = 2024 group by t.region`,
  },
  {
    question: 'What was our total revenue in 2025?',
    sql: 'select sum(revenue) from lakehouse.order_lines where year(order_date) = 2025',
  },
  {
    question: 'revenue by product category',
    sql: 'select p.category, sum(l.revenue) from lakehouse.order_lines l join lakehouse.products p using (product_id) group by 1',
  },
  {
    question: 'gross margin % by territory',
    sql: `select t.name, sum(l.revenue - l.cost)::double / nullif(sum(l.revenue) filter (l.cost is not null), 0)::double from ${lines} group by 1`,
  },
  {
    question: 'average order value by channel in 2025',
    sql: `select channel, sum(revenue)::double / count(distinct order_id) from lakehouse.order_lines where year(order_date) = 2025 group by 1`,
  },
  {
    question: 'revenue by owner in the Cleveland territory',
    sql: `select o.name, sum(l.revenue) from ${lines} join crm.owners o on o.id = a.owner_id where t.name = 'Cleveland' group by 1`,
  },
  {
    question: 'revenue by industry for A tier accounts in 2025',
    sql: `select a.industry, sum(l.revenue) from ${lines} where a.tier = 'A' and year(l.order_date) = 2025 group by 1`,
  },
  {
    question: 'GM cleveland 2025 by acct',
    sql: `select a.name, sum(l.revenue - l.cost) from ${lines} where t.name = 'Cleveland' and year(l.order_date) = 2025 group by a.id, a.name`,
  },
  {
    question: 'revenue by state in the US',
    sql: `select a.state, sum(l.revenue) from ${lines} where a.country = 'United States' group by a.state`,
  },
  {
    question: 'shipping cost as share of revenue by warehouse',
    sql: 'select warehouse, sum(shipping_cost) / sum(revenue) from lakehouse.order_lines group by warehouse',
  },
  {
    question: 'what percentage of revenue is shipping cost',
    sql: 'select sum(shipping_cost) / sum(revenue) from lakehouse.order_lines',
  },
  {
    question: 'sales in Ohio vs Michigan in 2025',
    sql: `select a.state, sum(l.revenue) from ${lines} where a.state in ('Ohio', 'Michigan') and year(l.order_date) = 2025 group by a.state`,
  },
]
