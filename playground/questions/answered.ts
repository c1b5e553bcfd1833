import type { AnsweredQuestion } from './types.ts'

const lines =
  'lakehouse.order_lines l join crm.accounts a on a.id = l.account_id join crm.territories t on t.id = a.territory_id'

/** The clock of the demo data: questions with relative times are asked at this instant. */
export const askedAt = '2026-11-22T12:00:00Z'

export const answered: readonly AnsweredQuestion[] = [
  // Measures by account, for a territory: CRM and lakehouse.
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
    question: 'Top 10 accounts by revenue in Akron',
    sql: `select a.name, sum(l.revenue) from ${lines} where t.name = 'Akron' group by a.id, a.name order by 2 desc limit 10`,
    ordered: true,
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
    question: 'revenue by product category',
    sql: 'select p.category, sum(l.revenue) from lakehouse.order_lines l join lakehouse.products p using (product_id) group by 1',
  },
  {
    question: 'Top 5 products by gross margin in 2025',
    sql: `select p.product_name, sum(l.revenue - l.cost) from lakehouse.order_lines l join lakehouse.products p using (product_id)
      where year(l.order_date) = 2025 group by p.product_id, p.product_name order by 2 desc limit 5`,
    ordered: true,
  },
  {
    question: 'revenue by channel and year',
    sql: 'select channel, year(order_date), sum(revenue) from lakehouse.order_lines group by 1, 2',
  },
  {
    question: 'How many orders did we get in the last 90 days?',
    sql: `select count(distinct order_id) from lakehouse.order_lines where order_date > date '2026-11-22' - 90 and order_date <= '2026-11-22'`,
  },
  {
    question: 'revenue since March 2024 by channel',
    sql: `select channel, sum(revenue) from lakehouse.order_lines where order_date >= '2024-03-01' group by 1`,
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
    question: 'accounts in Cleveland with at least 5 orders in 2026',
    sql: `select a.name, count(distinct l.order_id) as n from ${lines} where t.name = 'Cleveland' and year(l.order_date) = 2026 group by a.id, a.name having n >= 5`,
  },
  {
    question: 'bottom 5 accounts by gross margin in Pittsburgh',
    sql: `select a.name, sum(l.revenue - l.cost) from ${lines} where t.name = 'Pittsburgh' group by a.id, a.name order by 2 limit 5`,
    ordered: true,
  },
  {
    question: 'compare revenue of Cleveland and Akron by year',
    sql: `select t.name, year(l.order_date), sum(l.revenue) from ${lines} where t.name in ('Cleveland', 'Akron') group by 1, 2`,
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
    question: 'revenue for "Great Lakes Fastener & Supply" by year',
    sql: `select year(l.order_date), sum(l.revenue) from ${lines} where a.name = 'Great Lakes Fastener & Supply' group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'orders by territory in 2025',
    sql: `select t.name, count(distinct l.order_id) from ${lines} where year(l.order_date) = 2025 group by 1`,
  },
  // One source: CRM.
  {
    question: 'How many accounts are in the Cleveland territory?',
    sql: `select count(*) from crm.accounts a join crm.territories t on t.id = a.territory_id where t.name = 'Cleveland'`,
  },
  {
    question: 'number of accounts by territory',
    sql: 'select t.name, count(*) from crm.accounts a join crm.territories t on t.id = a.territory_id group by 1',
  },
  {
    question: 'pipeline by stage',
    sql: `select stage, sum(amount) from crm.opportunities where stage not in ('Won', 'Lost') group by 1`,
  },
  {
    question: 'pipeline by account in Cleveland',
    sql: `select a.name, sum(o.amount) from crm.opportunities o join crm.accounts a on a.id = o.account_id join crm.territories t on t.id = a.territory_id
      where t.name = 'Cleveland' and o.stage not in ('Won', 'Lost') group by a.id, a.name`,
  },
  {
    question: 'how many open cases by priority',
    sql: 'select priority, count(*) from crm.cases where closed_at is null group by 1',
  },
  {
    question: 'won amount by owner in 2026',
    sql: `select w.name, sum(o.amount) from crm.opportunities o join crm.owners w on w.id = o.owner_id where o.stage = 'Won' and year(o.close_date) = 2026 group by 1`,
  },
  {
    question: 'list accounts in Erie territory',
    sql: `select a.name from crm.accounts a join crm.territories t on t.id = a.territory_id where t.name = 'Erie' order by 1`,
  },
  // One source: ERP.
  {
    question: 'open balance by account top 10',
    sql: `select a.name, sum(i.amount - i.paid_amount) from erp.invoices i join crm.accounts a on a.id = i.account_id where i.status <> 'Paid' group by a.id, a.name order by 2 desc limit 10`,
    ordered: true,
  },
  {
    question: 'overdue amount by territory',
    sql: `select t.name, sum(i.amount - i.paid_amount) from erp.invoices i join crm.accounts a on a.id = i.account_id join crm.territories t on t.id = a.territory_id where i.status = 'Overdue' group by 1`,
  },
  {
    question: 'available credit for accounts in Cleveland',
    sql: `select a.name, sum(c.available_credit) from erp.credit c join crm.accounts a on a.id = c.account_id join crm.territories t on t.id = a.territory_id where t.name = 'Cleveland' group by a.id, a.name`,
  },
  { question: 'stock on hand by warehouse', sql: 'select warehouse, sum(on_hand) from erp.inventory group by 1' },
  // Three sources in one answer.
  {
    question: 'gross margin and open balance by account in Cleveland',
    sql: `with m as (select account_id, sum(revenue - cost) as margin from lakehouse.order_lines group by 1),
      b as (select account_id, sum(amount - paid_amount) as balance from erp.invoices where status <> 'Paid' group by 1)
      select a.name, m.margin, b.balance from crm.accounts a join crm.territories t on t.id = a.territory_id
      left join m on m.account_id = a.id left join b on b.account_id = a.id
      where t.name = 'Cleveland' and (m.account_id is not null or b.account_id is not null)`,
  },
  // Follow-ups.
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
  // Comparisons over time.
  {
    question: 'revenue by channel this year versus last year',
    sql: `select channel, sum(revenue) filter (year(order_date) = 2026 and order_date <= '2026-11-22'), sum(revenue) filter (year(order_date) = 2025 and order_date <= '2025-11-22') from lakehouse.order_lines group by 1`,
  },
  // Context.
  {
    question: 'revenue of this account by year',
    context: { entity: 'account', id: '{{great lakes}}', label: 'Great Lakes Fastener & Supply' },
    sql: `select year(l.order_date), sum(l.revenue) from ${lines} where a.name = 'Great Lakes Fastener & Supply' group by 1 order by 1`,
    ordered: true,
  },
  // Exclusions and several values.
  {
    question: 'revenue by territory except Cleveland in 2025',
    sql: `select t.name, sum(l.revenue) from ${lines} where t.name <> 'Cleveland' and year(l.order_date) = 2025 group by 1`,
  },
  {
    question: 'revenue in Cleveland, Akron and Toledo by channel',
    sql: `select channel, sum(l.revenue) from ${lines} where t.name in ('Cleveland', 'Akron', 'Toledo') group by 1`,
  },
  {
    question: 'accounts in Akron without orders in 2026',
    sql: `select a.name from crm.accounts a join crm.territories t on t.id = a.territory_id where t.name = 'Akron'
      and a.id not in (select account_id from lakehouse.order_lines where year(order_date) = 2026)`,
  },
  // Asked in the words of people who sell.
  {
    question: 'Which reps sold the most last quarter?',
    sql: `select o.name, sum(l.revenue) from ${lines} join crm.owners o on o.id = a.owner_id
      where l.order_date >= '2026-07-01' and l.order_date < '2026-10-01' group by o.name order by 2 desc, 1`,
    ordered: true,
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
    question: 'top 10 accounts by revenue excluding returns',
    sql: `select a.name, sum(l.revenue) from ${lines} where l.quantity >= 0 group by a.id, a.name order by 2 desc limit 10`,
    ordered: true,
  },
  {
    question: 'list open opportunities over 50k in Cleveland',
    sql: `select o.name, a.name, o.close_date, o.amount from crm.opportunities o join crm.accounts a on a.id = o.account_id
      join crm.territories t on t.id = a.territory_id where t.name = 'Cleveland' and o.stage not in ('Won', 'Lost') and o.amount > 50000`,
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
    question: 'cases opened in the last 30 days by priority',
    sql: `select priority, count(*) from crm.cases where cast(opened_at as date) > date '2026-11-22' - 30
      and cast(opened_at as date) <= '2026-11-22' group by priority`,
  },
  {
    question: "which accounts haven't ordered since January 2026?",
    sql: `select a.name from crm.accounts a where a.id not in (select account_id from lakehouse.order_lines where order_date >= '2026-01-01')`,
  },
  {
    question: 'How did revenue develop month by month in 2024?',
    sql: `select strftime(order_date, '%Y-%m'), sum(revenue) from lakehouse.order_lines where year(order_date) = 2024 group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'sales in Ohio vs Michigan in 2025',
    sql: `select a.state, sum(l.revenue) from ${lines} where a.state in ('Ohio', 'Michigan') and year(l.order_date) = 2025 group by a.state`,
  },
  {
    question: 'compare 2024 and 2025 revenue by channel',
    sql: `select channel, sum(revenue) filter (where year(order_date) = 2025), sum(revenue) filter (where year(order_date) = 2024)
      from lakehouse.order_lines where year(order_date) in (2024, 2025) group by channel`,
  },
  {
    question: 'number of orders per customer in Akron',
    sql: `select a.name, count(distinct l.order_id) from ${lines} where t.name = 'Akron' group by a.id, a.name`,
  },
  {
    question: 'how many customers bought in 2025 by territory',
    sql: `select t.name, count(distinct l.account_id) from ${lines} where year(l.order_date) = 2025 group by t.name`,
  },
  {
    question: 'revenue by brand, worst first',
    sql: `select p.brand, sum(l.revenue) from lakehouse.order_lines l join lakehouse.products p using (product_id) group by 1 order by 2`,
    ordered: true,
  },
  {
    question: 'leads by source this year',
    sql: `select source, count(*) from crm.leads where year(created_at) = 2026 group by source`,
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
