import type { Migration } from '../planMigrations.ts'

/** What entries of the audit trail are looked up by. Worked out of the entry itself, so that it cannot say anything else. */
export const auditReading: Migration = {
  number: 5,
  name: 'audit reading',
  sql: String.raw`
create function lakefront.audit_facts(entry text) returns jsonb language plpgsql immutable as $$
declare
  body jsonb;
begin
  -- Texts of Postgres hold no U+0000. Pairs of backslashes are stepped over, for they are no escapes.
  body := case when strpos(entry, '\u0000') > 0 then regexp_replace(entry, '(\\\\)|\\u0000', '\1', 'g') else entry end::jsonb;
  return jsonb_build_object(
    'kind', body -> 'kind',
    'callId', body -> 'callId',
    'userId', body #> '{caller,userId}',
    'tool', body -> 'tool',
    'recordedAt', body -> 'recordedAt',
    'status', coalesce(body -> 'status', body #> '{approval,state}'),
    'sources', jsonb_path_query_array(body, '$.statements[*].source'));
exception when others then
  -- Somebody has put something in its place. Verifying tells.
  return null;
end $$;

alter table lakefront.audit_entry
  add column facts jsonb generated always as (lakefront.audit_facts(entry)) stored;

create index audit_entry_call on lakefront.audit_entry (tenant_id, (facts ->> 'callId'), sequence);
create index audit_entry_first on lakefront.audit_entry (tenant_id, sequence)
where facts ->> 'kind' in ('call-started', 'effect-ended');
create index audit_entry_of_user on lakefront.audit_entry (tenant_id, (facts ->> 'userId'), sequence)
where facts ->> 'kind' in ('call-started', 'effect-ended');
`,
}
