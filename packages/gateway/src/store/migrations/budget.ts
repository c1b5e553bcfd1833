import type { Migration } from '../planMigrations.ts'

/** The ledger: what is reserved and spent by whom, and every reservation with how it ended. */
export const budget: Migration = {
  number: 1,
  name: 'budget',
  sql: `
create table lakefront.budget_account (
  tenant_id text not null,
  scope text not null check (scope in ('tenant', 'user', 'agent')),
  scope_id text not null,
  period text not null check (period in ('day', 'month')),
  starts_at timestamptz not null,
  reserved numeric(20, 6) not null default 0 check (reserved >= 0),
  spent numeric(20, 6) not null default 0 check (spent >= 0),
  primary key (tenant_id, scope, scope_id, period, starts_at)
);

create table lakefront.budget_reservation (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  agent_id text,
  state text not null default 'reserved' check (state in ('reserved', 'settled', 'released', 'expired')),
  reserved numeric(20, 6) not null check (reserved >= 0),
  spent numeric(20, 6) not null default 0 check (spent >= 0),
  -- The source did not say what it cost, so what was reserved counts as spent.
  is_assumed boolean not null default false,
  reserved_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- The periods that it weighs on, in the tenant's time zone as it was then.
  day_starts_at timestamptz not null,
  month_starts_at timestamptz not null,
  primary key (tenant_id, id)
);

create index budget_reservation_open on lakefront.budget_reservation (tenant_id, expires_at) where state = 'reserved';

-- Which accounts a reservation weighs on.
create view lakefront.budget_booking as
select reservation.tenant_id, reservation.id, payer.scope, payer.scope_id, span.period, span.starts_at
from lakefront.budget_reservation reservation
cross join lateral (values ('tenant', tenant_id), ('user', user_id), ('agent', agent_id)) payer (scope, scope_id)
cross join lateral (values ('day', day_starts_at), ('month', month_starts_at)) span (period, starts_at)
where payer.scope_id is not null;
`,
}
