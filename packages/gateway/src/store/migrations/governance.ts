import type { Migration } from '../planMigrations.ts'

/** What reads wait for, standing permissions, how much happens by itself, and where money went. */
export const governance: Migration = {
  number: 4,
  name: 'governance',
  sql: `
alter table lakefront.approval_request
  add column requester_roles text not null default '[]',
  -- A gateway carries writes out by itself; what is read waits for whoever asked, who alone gets the rows.
  add column executor text not null default 'gateway' check (executor in ('gateway', 'requester')),
  -- Digest of what is asked for without its estimate, so that asking twice opens one request.
  add column subject_hash text,
  -- What "always allow this" would cover; null when it is not offered.
  add column grant_terms text,
  add column grant_covers text,
  -- The standing permission by which it was allowed.
  add column grant_id uuid,
  drop constraint approval_request_state_check,
  add constraint approval_request_state_check
    check (state in ('pending', 'approved', 'done', 'failed', 'rejected', 'withdrawn', 'replaced'));

alter table lakefront.approval_decision
  drop constraint approval_decision_decision_check,
  add constraint approval_decision_decision_check
    check (decision in ('approve', 'reject', 'ask', 'answer', 'withdraw'));

create index approval_request_subject on lakefront.approval_request (tenant_id, requester_id, subject_hash)
where state in ('pending', 'approved');

create table lakefront.approval_grant (
  tenant_id text not null,
  id uuid not null,
  user_id text not null,
  terms text not null,
  covers text not null,
  granted_by text not null,
  -- Roles that they had then: who may not decide any more has not decided for ever.
  granter_roles text not null,
  request_id uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  primary key (tenant_id, id)
);

create index approval_grant_holding on lakefront.approval_grant (tenant_id, user_id) where revoked_at is null;

create index approval_request_granted on lakefront.approval_request (tenant_id, grant_id) where grant_id is not null;

create table lakefront.autonomy_setting (
  tenant_id text primary key,
  level text not null check (level in ('observe', 'propose', 'limited', 'autonomous')),
  limits text not null,
  version uuid not null,
  set_by text not null,
  set_at timestamptz not null
);

-- What a run was for, and the call that it belongs to. The question has personal data left out.
alter table lakefront.budget_reservation
  add column call_id text,
  add column tool text,
  add column question text;

-- What a run cost at each of its sources.
create table lakefront.budget_spending (
  tenant_id text not null,
  reservation_id text not null,
  source text not null,
  spent numeric(20, 6) not null check (spent >= 0),
  -- The part of it that the source did not tell.
  assumed numeric(20, 6) not null check (assumed between 0 and spent),
  primary key (tenant_id, reservation_id, source),
  foreign key (tenant_id, reservation_id) references lakefront.budget_reservation
);

create index budget_reservation_day on lakefront.budget_reservation (tenant_id, day_starts_at);

-- Actual ÷ expected bytes of the last runs of a statement's shape, the newest last.
create table lakefront.calibration (
  shape text primary key,
  ratios double precision[] not null,
  used_at timestamptz not null
);
`,
}
