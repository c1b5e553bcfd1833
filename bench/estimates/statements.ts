/** Statements that differ only in the values they look for: what estimates learn by. */
type Shape = {
  name: string
  /** SQL for one of `values`. */
  write(value: string): string
  /** Eight: the last three only run to be learnt from, the others are estimated. */
  values: readonly string[]
}

const years = ['2019', '2021', '2023', '2025', '2026', '2018', '2022', '2024']
const accounts = ['10002', '10417', '11560', '12900', '13333', '10100', '11024', '14001']
const products = ['12', '184', '377', '560', '681', '40', '205', '499']
const categories = [
  'Hydraulics',
  'Bearings',
  'Cutting Tools',
  'Fasteners',
  'Abrasives',
  'Pneumatics',
  'Safety',
  'Electrical',
]
const days = [
  '2025-03-03',
  '2025-11-24',
  '2026-01-15',
  '2026-06-30',
  '2026-11-02',
  '2024-05-06',
  '2025-07-21',
  '2026-09-09',
]

/** Ten shapes of the kind that questions become, with five values each: fifty statements. */
const shapes: readonly Shape[] = [
  {
    name: 'margin by account, one year',
    write: (year) =>
      `select account_id, sum(revenue - cost) from order_lines where order_date >= '${year}-01-01' and order_date <= '${year}-12-31' group by account_id`,
    values: years,
  },
  {
    name: 'revenue by month of one account',
    write: (account) =>
      `select date_trunc('month', order_date), sum(revenue) from order_lines where account_id = ${account} group by all`,
    values: accounts,
  },
  {
    name: 'revenue by brand of one category',
    write: (category) =>
      `select p.brand, sum(l.revenue) from order_lines l join products p using (product_id) where p.category = '${category}' group by p.brand`,
    values: categories,
  },
  {
    name: 'every line of one day',
    write: (day) => `select * from order_lines where order_date = '${day}'`,
    values: days,
  },
  {
    name: 'one order by its number',
    write: (number) =>
      `select order_number, line_number, revenue from order_lines where order_number = 'RM-0${number}'`,
    values: ['10783', '24410', '51002', '70999', '91450', '13377', '44010', '88123'],
  },
  {
    name: 'ten largest lines of one year',
    write: (year) =>
      `select order_number, revenue from order_lines where year(order_date) = ${year} order by revenue desc limit 10`,
    values: years,
  },
  {
    name: 'the first hundred lines of one product',
    write: (product) =>
      `select order_number, quantity, unit_price from order_lines where product_id = ${product} limit 100`,
    values: products,
  },
  {
    name: 'accounts new since a day, with what they bought',
    write: (day) =>
      `select a.account_id, sum(l.revenue) from accounts a join order_lines l using (account_id) where a.first_order_date >= '${day}' group by a.account_id`,
    values: days,
  },
  {
    name: 'lines that were shipped late since a day',
    write: (day) =>
      `select count(*) from order_lines where order_date >= '${day}' and ship_date > order_date + interval 14 day`,
    values: days,
  },
  {
    name: 'revenue by channel in another currency, one year',
    write: (year) =>
      `select l.channel, sum(l.revenue / r.rate) from order_lines l join exchange_rates r on r.currency = 'EUR' and r.rate_date = date_trunc('month', l.order_date) where year(l.order_date) = ${year} group by l.channel`,
    values: years,
  },
]

const estimated = 5

/** The fifty, shape by shape. */
export const statements = shapes.flatMap(({ name, write, values }) =>
  values.slice(0, estimated).map((value) => ({ name: `${name}: ${value}`, sql: write(value) })),
)

/** Others of the same shapes. */
export const learntFrom = shapes.flatMap(({ write, values }) => values.slice(estimated).map(write))
