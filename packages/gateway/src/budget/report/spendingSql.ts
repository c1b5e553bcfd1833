// Reports over what was spent. None of them locks: a run that ends meanwhile is in the next one.

/**
 * Lines and their totals in one statement, so that both are of the same moment. `$1` tenant, `$2` user or null for all,
 * `$3` and `$4` first and last day, `$5` time zone, `$6` most lines.
 *
 * @param key - What each line stands for, from {@link lineKeys}.
 * @param order - Which lines come first; the others are left out when there are more than `$6`.
 */
export const reportSpending = (key: string, order: string) => `
with spending as (
  select ${key} as key, coalesce(reservation.call_id, reservation.id) as run, spending.spent, spending.assumed
  from lakefront.budget_reservation reservation
  join lakefront.budget_spending spending
    on (spending.tenant_id, spending.reservation_id) = (reservation.tenant_id, reservation.id)
  where reservation.tenant_id = $1 and ($2::text is null or reservation.user_id = $2)
    and reservation.day_starts_at >= $3::timestamp at time zone $5
    and reservation.day_starts_at < ($4::timestamp + interval '1 day') at time zone $5
), total as (
  select count(distinct run)::integer as runs, sum(spent)::numeric(20, 6) as spent,
    sum(assumed)::numeric(20, 6) as assumed, count(distinct key)::integer as lines
  from spending
)
select key, count(distinct run)::integer as runs, sum(spending.spent)::numeric(20, 6) as spent,
  sum(spending.assumed)::numeric(20, 6) as assumed, total.runs as total_runs, total.spent as total_spent,
  total.assumed as total_assumed, total.lines
from spending cross join total
group by key, total.runs, total.spent, total.assumed, total.lines
order by ${order}, key limit $6`

/** What a line may stand for. A run that no question led to is named by its tool. */
export const lineKeys = {
  user: 'reservation.user_id',
  source: 'spending.source',
  day: `to_char(reservation.day_starts_at at time zone $5, 'YYYY-MM-DD')`,
  question: `coalesce(reservation.question, reservation.tool, '')`,
} as const

/** The first day of a tenant's month and the day of now. `$1`: time zone. */
export const readToday = `
select to_char(date_trunc('month', clock_timestamp() at time zone $1), 'YYYY-MM-DD') as first,
  to_char(clock_timestamp() at time zone $1, 'YYYY-MM-DD') as today,
  to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as now`
