// Every statement of the ledger. Whoever runs one holds the tenant's lock, so that none of them meets another half way.

/** One change at a time to a tenant's ledger, by whichever gateway. Ends with the transaction. */
export const lockTenant = `select pg_advisory_xact_lock(hashtextextended('lakefront budget ' || $1, 0))`

/** The store's clock, so that gateways whose clocks differ agree; or a test's. `$1`: a time or null. */
export const readClock = `select coalesce($1::timestamptz, clock_timestamp()) as now`

/** Gives back what abandoned reservations held. `$1` tenant, `$2` now. */
export const expireAbandoned = `
with expired as (
  update lakefront.budget_reservation set state = 'expired', ended_at = $2::timestamptz
  where tenant_id = $1 and state = 'reserved' and expires_at <= $2::timestamptz
  returning tenant_id, id, reserved
), freed as (
  select tenant_id, scope, scope_id, period, starts_at, sum(reserved) as amount
  from expired join lakefront.budget_booking using (tenant_id, id)
  group by tenant_id, scope, scope_id, period, starts_at
)
update lakefront.budget_account account set reserved = account.reserved - freed.amount
from freed
where (account.tenant_id, account.scope, account.scope_id, account.period, account.starts_at)
  = (freed.tenant_id, freed.scope, freed.scope_id, freed.period, freed.starts_at)`

/** What a payer has reserved and spent in the day and month of now. `$1` tenant, `$2` user, `$3` agent, `$4` now, `$5` time zone. */
export const readUse = `
select payer.scope, span.period, coalesce(account.reserved, 0)::numeric(20, 6) as reserved,
  coalesce(account.spent, 0)::numeric(20, 6) as spent,
  to_char(span.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as starts_at,
  to_char(span.resets_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as resets_at
from (values ('tenant', $1::text), ('user', $2::text), ('agent', $3::text)) payer (scope, scope_id)
cross join (
  select period, date_trunc(period, $4::timestamptz at time zone $5) at time zone $5 as starts_at,
    (date_trunc(period, $4::timestamptz at time zone $5) + ('1 ' || period)::interval) at time zone $5 as resets_at
  from (values ('day'), ('month')) periods (period)
) span
left join lakefront.budget_account account
  on (account.tenant_id, account.scope, account.scope_id, account.period, account.starts_at)
    = ($1, payer.scope, payer.scope_id, span.period, span.starts_at)
where payer.scope_id is not null`

/** `$1` tenant, `$2` id, `$3` user, `$4` agent, `$5` amount, `$6` now, `$7` milliseconds until it expires, `$8` time zone, `$9` call, `$10` tool, `$11` question. */
export const insertReservation = `
insert into lakefront.budget_reservation
  (tenant_id, id, user_id, agent_id, reserved, reserved_at, expires_at, day_starts_at, month_starts_at,
  call_id, tool, question)
values ($1, $2, $3, $4, $5::numeric, $6::timestamptz, $6::timestamptz + $7::integer * interval '1 millisecond',
  date_trunc('day', $6::timestamptz at time zone $8) at time zone $8,
  date_trunc('month', $6::timestamptz at time zone $8) at time zone $8, $9, $10, $11)`

/** `$1` tenant, `$2` reservation. */
export const openAccounts = `
insert into lakefront.budget_account (tenant_id, scope, scope_id, period, starts_at)
select tenant_id, scope, scope_id, period, starts_at from lakefront.budget_booking where tenant_id = $1 and id = $2
on conflict do nothing`

/** Books on all accounts that a reservation weighs on. `$1` tenant, `$2` reservation, `$3` to reserved, `$4` to spent. */
export const book = `
update lakefront.budget_account account
set reserved = account.reserved + $3::numeric, spent = account.spent + $4::numeric
from lakefront.budget_booking booking
where booking.tenant_id = $1 and booking.id = $2
  and (account.tenant_id, account.scope, account.scope_id, account.period, account.starts_at)
    = (booking.tenant_id, booking.scope, booking.scope_id, booking.period, booking.starts_at)`

export const readReservation = `
select state, reserved from lakefront.budget_reservation where tenant_id = $1 and id = $2`

/** `$1` tenant, `$2` id, `$3` state, `$4` spent, `$5` whether that is assumed, `$6` now. */
export const endReservation = `
update lakefront.budget_reservation
set state = $3, spent = $4::numeric, is_assumed = $5::boolean, ended_at = $6::timestamptz
where tenant_id = $1 and id = $2`

/** Where a run's money went. `$1` tenant, `$2` id, `$3` a list of sources with amounts as JSON. */
export const insertSpending = `
insert into lakefront.budget_spending (tenant_id, reservation_id, source, spent, assumed)
select $1, $2, line.source, line.spent, line.assumed
from jsonb_to_recordset($3::jsonb) as line (source text, spent numeric, assumed numeric)`

/** `$1` tenant, `$2` id, `$3` now, `$4` milliseconds from then. */
export const renewReservation = `
update lakefront.budget_reservation set expires_at = $3::timestamptz + $4::integer * interval '1 millisecond'
where tenant_id = $1 and id = $2 and state = 'reserved'`
