import type { AnsweredQuestion } from '../types.ts'
import { lines } from './lines.ts'

/** Questions that lean on the one before. */
export const followUps: readonly AnsweredQuestion[] = [
  {
    question: 'gross margin by account for the Cleveland territory',
    followUps: ['only 2025'],
    sql: `select a.name, sum(l.revenue - l.cost) from ${lines} where t.name = 'Cleveland' and year(l.order_date) = 2025 group by a.id, a.name`,
  },
  {
    question: 'gross margin by account for the Cleveland territory',
    followUps: ['and for Akron?'],
    sql: `select a.name, sum(l.revenue - l.cost) from ${lines} where t.name = 'Akron' group by a.id, a.name`,
  },
  {
    question: 'gross margin by account for the Cleveland territory',
    followUps: ['top 5'],
    sql: `select a.name, sum(l.revenue - l.cost) from ${lines} where t.name = 'Cleveland' group by a.id, a.name order by 2 desc limit 5`,
    ordered: true,
  },
  {
    question: 'revenue in Cleveland',
    followUps: ['by year'],
    sql: `select year(l.order_date), sum(l.revenue) from ${lines} where t.name = 'Cleveland' group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'revenue by channel in 2025',
    followUps: ['what about gross margin?'],
    sql: 'select channel, sum(revenue - cost) from lakehouse.order_lines where year(order_date) = 2025 group by 1',
  },
  {
    question: 'gross margin by account in Cleveland',
    followUps: ['only below zero'],
    sql: `select a.name, sum(l.revenue - l.cost) as m from ${lines} where t.name = 'Cleveland' group by a.id, a.name having m < 0`,
  },
  {
    question: 'revenue by account in Cleveland',
    followUps: ['by owner instead', 'what about 2025?'],
    sql: `select o.name, sum(l.revenue) from ${lines} join crm.owners o on o.id = a.owner_id
      where t.name = 'Cleveland' and year(l.order_date) = 2025 group by o.name`,
  },
  {
    question: 'revenue by account in Cleveland',
    followUps: ['exclude Great Lakes Fastener & Supply', 'only the top 3'],
    sql: `select a.name, sum(l.revenue) from ${lines} where t.name = 'Cleveland' and a.name <> 'Great Lakes Fastener & Supply'
      group by a.id, a.name order by 2 desc limit 3`,
    ordered: true,
  },
  {
    question: 'top 5 accounts by revenue in 2025',
    followUps: ['only Cleveland', 'by month'],
    sql: `select strftime(l.order_date, '%Y-%m'), sum(l.revenue) from ${lines} where t.name = 'Cleveland' and year(l.order_date) = 2025 group by 1 order by 1`,
    ordered: true,
  },
]
