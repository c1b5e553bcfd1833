import type { Migration } from '../planMigrations.ts'

/** The record: entries that are only ever added, and the signed head of each tenant's chain. */
export const audit: Migration = {
  number: 3,
  name: 'audit',
  sql: `
create table lakefront.audit_entry (
  tenant_id text not null,
  sequence bigint not null check (sequence > 0),
  -- Canonical JSON (RFC 8785), byte for byte what the hash was made of.
  entry text not null,
  hash text not null,
  primary key (tenant_id, sequence)
);

create table lakefront.audit_head (
  tenant_id text primary key,
  sequence bigint not null,
  hash text not null,
  -- The signed statement that the chain ends here, as it is anchored.
  signed text not null
);

-- Whoever owns the tables can take this away; the chain then still tells. It keeps slips of the hand out.
create function lakefront.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the audit trail are only ever added';
end $$;

create trigger audit_entry_is_append_only before update or delete or truncate on lakefront.audit_entry
for each statement execute function lakefront.refuse_change();
`,
}
