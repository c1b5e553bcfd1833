import type { Migration } from '../planMigrations.ts'

/** Requests to let something happen, and what was decided. Kept as they were shown; never edited but for their state. */
export const approval: Migration = {
  number: 2,
  name: 'approval',
  sql: `
create table lakefront.approval_request (
  tenant_id text not null,
  id uuid not null,
  requester_id text not null,
  agent_id text,
  -- The RFC 8785 form of what the approver sees, and its SHA-256.
  shown text not null,
  shown_hash text not null,
  because text not null,
  approver_roles text not null,
  quorum integer not null check (quorum > 0),
  four_eyes boolean not null,
  state text not null
    check (state in ('pending', 'approved', 'done', 'failed', 'rejected', 'replaced')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  replaced_by uuid,
  outcome text,
  -- Whoever carries it out has until then; afterwards another gateway takes it up.
  lease_until timestamptz,
  primary key (tenant_id, id)
);

create index approval_request_unfinished on lakefront.approval_request (created_at) where state = 'approved';
create index approval_request_newest on lakefront.approval_request (tenant_id, created_at desc);

create table lakefront.approval_decision (
  tenant_id text not null,
  request_id uuid not null,
  number bigint generated always as identity,
  decider_id text not null,
  decision text not null check (decision in ('approve', 'reject', 'ask')),
  reason text,
  shown_hash text not null,
  decided_at timestamptz not null,
  primary key (tenant_id, request_id, number),
  foreign key (tenant_id, request_id) references lakefront.approval_request
);
`,
}
