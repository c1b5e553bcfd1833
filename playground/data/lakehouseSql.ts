import { dataEnd } from './accounts.ts'

/** Salts of {@link drawMacros}, one a decision. */
const salts = {
  day: 51,
  lineCount: 52,
  lineCountAgain: 53,
  product: 54,
  productAgain: 55,
  quantity: 56,
  quantityAgain: 57,
  cost: 58,
  costKnown: 59,
  discount: 60,
  channel: 61,
  shipping: 62,
  lead: 63,
  returned: 64,
  returnDelay: 65,
  returnedLine: 66,
  scrapped: 67,
  hour: 68,
}

/** Orders before they have numbers: which account, which day. `plan` has one row an account, `calendar` one a business day. */
export const draftOrders = `
  create temp table drafts as
  select plan.account_id, plan.ordinal * 16384 + place as draft,
    plan.weight_from + (draw(plan.ordinal * 16384 + place, ${salts.day}, 1000000)::bigint * plan.weight_span) // 1000000 as position
  from plan, unnest(range(plan.order_count)) as places(place);

  create temp table orders as
  with dated as (
    select drafts.account_id, drafts.draft, calendar.order_date
    from drafts asof join calendar on drafts.position >= calendar.weight_before
  ), numbered as (
    select *, row_number() over (order by order_date, draw(draft, ${salts.hour}, 1000), draft) - 1 as sequence from dated
  )
  -- Every 97th number is left out: there the ERP has an order that was cancelled and never reached the lakehouse.
  select 100001 + sequence + sequence // 96 as order_id, account_id, draft, order_date,
    1 + least(draw(draft, ${salts.lineCount}, 8), draw(draft, ${salts.lineCountAgain}, 11)) as line_count,
    (order_date + cast(1 + draw(draft, ${salts.lead}, 6) as integer)) as ship_date
  from numbered;
`

/** Lines of the orders, priced exactly: every product and sum here is of decimals, none of floating point numbers. */
export const orderLines = `
  create temp table lines as
  with bare as (
    select orders.*, line_number, orders.draft * 8 + line_number as line,
      1 + ((draw(line, ${salts.product}, 1200) * draw(line, ${salts.productAgain}, 1200)) // 1200
        + plan.product_offset) % 1200 as product_id,
      plan.currency, plan.discount_step, plan.price_permille, plan.returns_permille, plan.scraps_returns, plan.channel_habit, plan.warehouse
    from orders join plan using (account_id), unnest(range(1, orders.line_count + 1)) as numbers(line_number)
  ), measured as (
    select bare.*,
      1 + (draw(line, ${salts.quantity}, product.usual_quantity) * (20 + draw(line, ${salts.quantityAgain}, 80))) // 60 as quantity,
      (product.list_price * price_level.level * (bare.price_permille * 0.001::decimal(4, 3)) * factor.factor)::decimal(10, 2) as unit_price,
      (product.standard_cost * price_level.level * ((960 + draw(line, ${salts.cost}, 80)) * 0.001::decimal(4, 3)))::decimal(12, 4) as unit_cost,
      (pick([0, 0, 2, 3, 4, 6], line, ${salts.discount}) * 0.0125::decimal(5, 4)
        + bare.discount_step * 0.0100::decimal(5, 4))::decimal(5, 4) as discount,
      rate.rate as exchange_rate
    from bare
    join product on product.product_id = bare.product_id
    join price_level on price_level.year = year(bare.order_date)
    join factor on factor.currency = bare.currency
    join rate on rate.currency = bare.currency and rate.rate_date = date_trunc('month', bare.order_date)
  )
  select *, draw(line, ${salts.costKnown}, 250) = 0 as cost_unknown from measured;
`

/** Some orders come back, whole or in part, one to seven weeks later; scrapped goods are credited and their cost stays. */
export const returnLines = `
  create temp table return_lines as
  with returned as (
    select *, order_date + cast(7 + draw(draft, ${salts.returnDelay}, 42) as integer) as return_day
    from lines
    where draw(draft, ${salts.returned}, 1000) < returns_permille
      and (line_number = 1 or scraps_returns or draw(line, ${salts.returnedLine}, 100) < 45)
  ), dated as (
    select *, return_day + case dayofweek(return_day) when 6 then 2 when 0 then 1 else 0 end as return_date from returned
  ), numbered as (
    select *, dense_rank() over (order by return_date, order_id) as sequence from dated where return_date <= date '${dataEnd}'
  )
  select * replace (
      900000 + sequence as order_id, return_date as order_date,
      -(case when scraps_returns or quantity < 3 then quantity else quantity - quantity // 3 end) as quantity,
      case when scraps_returns or draw(draft, ${salts.scrapped}, 100) < 20 then 0.0000::decimal(12, 4) else unit_cost end as unit_cost
    ), 'RM-' || lpad(sequence::varchar, 6, '0') as order_number
  from numbered;
`

/** The fact table as it is published, in the order of its key. */
export const publishedLines = `
  create temp table order_lines as
  with together as (
    select * exclude (line_count, return_day, return_date, sequence) from return_lines
    union all by name
    select * exclude (line_count), 'SO-' || order_id as order_number from lines
  ), priced as (
    select *, (quantity::decimal(6, 0) * unit_price * (1 - discount)::decimal(5, 4) * exchange_rate::decimal(10, 6))::decimal(14, 2) as revenue
    from together
  )
  select row_number() over (order by order_date, order_id, line_number) as order_line_id, order_id::bigint as order_id, order_number,
    line_number::integer as line_number, account_id::bigint as account_id, product_id::integer as product_id, order_date,
    case when quantity < 0 or ship_date > date '${dataEnd}' then null else ship_date end as ship_date,
    quantity::integer as quantity, unit_price::decimal(12, 2) as unit_price, discount, currency, exchange_rate, revenue,
    case when cost_unknown then null else (quantity::decimal(6, 0) * unit_cost)::decimal(14, 2) end as cost,
    case when quantity < 0 then 0 else 2.50 + revenue * (12 + draw(line, ${salts.shipping}, 30)) * 0.001 end::decimal(10, 2) as shipping_cost,
    pick([channel_habit, channel_habit, 'Inside sales', 'Field sales', 'Web', 'EDI'], draft, ${salts.channel}) as channel, warehouse
  from priced order by order_line_id;
`

/** The dimension tables. `accounts` holds keys only: who the account is, the CRM knows. */
export const dimensions = `
  create temp table products as
  select product_id, sku, product_name, category, brand, list_price, standard_cost from product order by product_id;

  create temp table dates as
  select day::date as date_key, year(day)::integer as year, quarter(day)::integer as quarter, month(day)::integer as month,
    ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month(day)] as month_name,
    ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][1 + dayofweek(day)] as day_of_week,
    exists (from calendar where order_date = day::date) as is_business_day
  from range(timestamp '2018-01-01', timestamp '2027-01-01', interval 1 day) as days(day) order by date_key;

  create temp table accounts as
  select plan.account_id, erp_account_number, min(order_date) as first_order_date
  from plan join orders using (account_id) group by all order by plan.account_id;

  create temp table exchange_rates as select currency, rate_date, rate from rate order by currency, rate_date;
`
