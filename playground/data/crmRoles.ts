import { crmTables } from './crmSchema.ts'

/** Reads everything and changes nothing. */
export const readerName = 'lakefront_reader'

/** Writes what people may approve, by the configuration's `writes`, and touches nothing else. */
export const writerName = 'lakefront_writer'

/**
 * Principals for the gateway, which can do what it needs and nothing else. The writer notes what it has written in a table that
 * is made for it, since it may make none. Roles are shared by all databases of a server, so they may be there already; and not
 * everyone who may make tables may make roles, in which case the team brings its own.
 */
export const crmRoles = `
  do $$ begin
    create table if not exists lakefront_effect (
      effect_id uuid primary key, record_id text, written_at timestamptz not null default now()
    );
    if not exists (select from pg_roles where rolname = '${readerName}') then
      create role ${readerName} login;
      alter role ${readerName} set default_transaction_read_only = on;
    end if;
    if not exists (select from pg_roles where rolname = '${writerName}') then
      create role ${writerName} login;
    end if;
    grant usage on schema public to ${readerName}, ${writerName};
    grant select on ${crmTables.join(', ')} to ${readerName};
    grant select, insert, update on opportunities, activities, cases, lakefront_effect to ${writerName};
    grant select, update (owner_id) on accounts to ${writerName};
  exception when insufficient_privilege or undefined_table then
    raise notice 'The roles ${readerName} and ${writerName} were not made: %', sqlerrm;
  end $$;
`
