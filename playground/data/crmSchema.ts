/** The CRM's tables, in an order in which each refers to earlier ones only. */
export const crmTables = [
  'territories',
  'owners',
  'accounts',
  'contacts',
  'leads',
  'opportunities',
  'activities',
  'cases',
] as const

/** Plain Postgres; every foreign key has an index, because people look things up by it. */
export const crmSchema = `
  create table territories (id int primary key, name text not null unique, region text not null);
  comment on table territories is 'Sales territories';

  create table owners (
    id int primary key, name text not null, email text not null unique, title text not null,
    territory_id int not null references territories
  );
  comment on table owners is 'Sales people of Erie Industrial';

  create table accounts (
    id bigint primary key, name text not null, erp_account_number text not null unique,
    parent_account_id bigint references accounts, territory_id int not null references territories,
    owner_id int not null references owners, industry text not null, tier text not null check (tier in ('A', 'B', 'C')),
    status text not null check (status in ('Active', 'Prospect', 'Inactive', 'Merged')),
    merged_into_id bigint references accounts, street text, city text, state text, postal_code text, country text,
    phone text, website text, currency text not null, annual_revenue numeric(16, 2), employee_count int,
    created_at timestamptz not null, updated_at timestamptz not null
  );
  comment on table accounts is 'Customers and prospects';
  comment on column accounts.erp_account_number is 'Number of the account in the ERP';
  comment on column accounts.merged_into_id is 'The account that took this one over; orders under the old key stay where they are';
  create index on accounts (territory_id);
  create index on accounts (owner_id);
  create index on accounts (parent_account_id);
  create index on accounts (lower(name));

  create table contacts (
    id bigint primary key, account_id bigint not null references accounts, first_name text not null, last_name text not null,
    role text not null, email text not null, phone text, is_primary boolean not null, last_activity_at timestamptz
  );
  comment on table contacts is 'People at the accounts';
  create index on contacts (account_id);

  create table leads (
    id bigint primary key, name text not null, company text not null, source text not null, status text not null,
    owner_id int not null references owners, territory_id int not null references territories, created_at timestamptz not null
  );
  comment on table leads is 'People who are not yet customers';
  create index on leads (territory_id);

  create table opportunities (
    id bigint primary key, account_id bigint not null references accounts, owner_id int not null references owners,
    name text not null, stage text not null, amount numeric(14, 2) not null, probability int not null, currency text not null,
    close_date date not null, created_at timestamptz not null
  );
  comment on table opportunities is 'Deals; amounts are in US dollars, currency is what the customer will pay in';
  create index on opportunities (account_id);
  create index on opportunities (stage);

  create table activities (
    id bigint primary key, account_id bigint not null references accounts, contact_id bigint references contacts,
    owner_id int not null references owners, type text not null, subject text not null, occurred_at timestamptz not null
  );
  comment on table activities is 'Calls, mails, visits and notes';
  create index on activities (account_id);

  create table cases (
    id bigint primary key, account_id bigint not null references accounts, contact_id bigint references contacts,
    subject text not null, status text not null, priority text not null, opened_at timestamptz not null, closed_at timestamptz
  );
  comment on table cases is 'Complaints and questions';
  create index on cases (account_id);
`

/**
 * A principal that can read and nothing else. Roles are shared by all databases of a server, so it may be there already; and
 * not everyone who may make tables may make roles, in which case the team brings its own.
 */
export const crmReader = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'lakefront_reader') then
      create role lakefront_reader login;
      alter role lakefront_reader set default_transaction_read_only = on;
    end if;
    grant usage on schema public to lakefront_reader;
    grant select on all tables in schema public to lakefront_reader;
  exception when insufficient_privilege then
    raise notice 'The role lakefront_reader was not made: %', sqlerrm;
  end $$;
`
