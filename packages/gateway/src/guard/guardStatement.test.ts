import { expect, test } from 'vitest'
import type { GatewayError } from '../errors.ts'
import type { Dialect } from '../sources/port.ts'
import { guardStatement } from './guardStatement.ts'

function refusal(sql: string, dialect: Dialect, tables?: readonly string[]): string {
  try {
    guardStatement(sql, { dialect, tables })
    return ''
  } catch (error) {
    const { code, message } = error as GatewayError
    expect(code).toBe('statement-refused')
    return message
  }
}

test.each<[Dialect, string]>([
  ['duckdb', 'select account_id, sum(revenue) as revenue from order_lines group by all order by 2 desc limit 10'],
  [
    'duckdb',
    `with big as (select * from t where a > 1) select b.*, count(*) filter (where x) from big b left join u using (k)`,
  ],
  [
    'duckdb',
    'select rank() over (partition by a order by b rows between 3 preceding and current row) from t qualify true',
  ],
  [
    'duckdb',
    'select * exclude (a), cast(b as struct(x int)), list_transform(l, x -> x + 1) from t, range(3), unnest([1])',
  ],
  ['duckdb', `select strip_accents(lower(name)) like 'cle%', date_trunc('month', d) from t asof join z on t.a >= z.b`],
  ['duckdb', 'from t'],
  ['duckdb', 'pivot t on a using sum(b)'],
  ['duckdb', '(select 1) union all select 2 except select 3'],
  [
    'postgresql',
    `select lower(regexp_replace(normalize(name, NFKD), '[x]', '', 'g')) from public.accounts where id = any(array[1])`,
  ],
  ['postgresql', 'with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select * from r'],
  ['postgresql', `select a->>'b', percentile_cont(0.5) within group (order by x) from t, lateral (select 1) q`],
  ['postgresql', 'values (1), (2)'],
  ['sqlite', `select printf('%.2f', sum(amount)), strftime('%Y', d) from orders natural join u, json_each(orders.x)`],
  [
    'databricks',
    'select measure(x), a:b.c::string from cat.sch.t lateral view explode(l) v as y qualify row_number() over (order by a) = 1',
  ],
  ['snowflake', 'select iff(a, b, c), listagg(a) within group (order by a) from t, lateral flatten(input => t.x)'],
  ['bigquery', 'select safe_divide(a, b), * except (a) from `p.d.t`, unnest(l) as x with offset as o'],
  ['trino', 'select max_by(a, b), cast(row(1, 2) as row(a int, b int)) from c.s.t cross join unnest(l) as u(x)'],
])('default: %s lets %s through', (dialect, sql) => {
  expect(refusal(sql, dialect)).toBe('')
})

test.each<[string, Dialect, string, string]>([
  [
    'a second statement after a commit (server-postgres)',
    'postgresql',
    'select 1; commit; drop table t',
    'exactly one statement, not 3',
  ],
  ['what only starts with select (GHSA-65hm-pwj5-73pw)', 'postgresql', 'select 1; delete from t', 'exactly one'],
  ['a pragma (sqlite-mcp)', 'sqlite', 'pragma writable_schema = 1', 'pragma'],
  ['a pragma after a select (CVE-2026-130008)', 'sqlite', `select 1; pragma table_info('t')`, 'exactly one'],
  [
    'a versioned comment (mysql-mcp-server)',
    'postgresql',
    'select 1 /*! ; drop table t */; drop table t',
    'exactly one',
  ],
  ['a delete inside a common table', 'postgresql', 'with d as (delete from t returning *) select * from d', 'delete'],
  [
    'an update inside a common table',
    'postgresql',
    'with d as (update t set a = 1 returning *) select * from d',
    'update',
  ],
  [
    'an insert inside a subquery',
    'postgresql',
    'with d as (insert into t values (1) returning *) select 1 from (select * from d) e',
    'insert',
  ],
  ['select into', 'postgresql', 'select * into newt from t', 'into'],
  ['select for update', 'postgresql', 'select * from t for update', 'locking'],
  ['insert', 'sqlite', 'insert into t values (1)', 'insert'],
  ['merge', 'snowflake', 'merge into t using u on t.a = u.a when matched then delete', 'merge'],
  ['create table as', 'duckdb', 'create table x as select 1', 'create table'],
  ['copy out', 'duckdb', `copy (select * from t) to 'x.csv'`, 'copy'],
  ['attach', 'duckdb', `attach 'x.db'`, 'attach'],
  ['set', 'duckdb', 'set enable_external_access = true', 'set'],
  ['call', 'postgresql', 'call refresh_everything()', 'command'],
  ['explain analyze, which runs', 'postgresql', 'explain analyze delete from t', 'cannot be read'],
  ['nothing', 'duckdb', '', 'exactly one statement, not 0'],
  ['what cannot be parsed', 'duckdb', 'selec 1', 'cannot be read'],
  ['reading a file by function', 'duckdb', `select * from read_csv('/etc/passwd')`, 'read_csv'],
  ['reading a file by another function', 'duckdb', `select * from read_text('/etc/passwd')`, 'read_text'],
  ['reading a Parquet file', 'duckdb', `select * from read_parquet('x')`, 'read'],
  ['reading a file by name', 'duckdb', `select * from 'orders.parquet'`, 'is a file'],
  ['reading an address', 'databricks', 'select * from parquet.`s3://bucket/x`', 'is a file'],
  ['a stage', 'snowflake', 'select * from @stage/file', 'stage reference'],
  ['listing files', 'duckdb', `select * from glob('*')`, 'glob'],
  ['a file by method', 'duckdb', `select 'x'.read_text()`, 'method call'],
  ['secrets', 'duckdb', 'select * from duckdb_secrets()', 'duckdb_secrets'],
  ['logs of other people', 'duckdb', 'select * from duckdb_logs', 'belongs to the system'],
  ['a statement in a text', 'duckdb', `select * from query('drop table x')`, 'query'],
  ['environment variables', 'duckdb', `select getenv('HOME')`, 'getenv'],
  ['server files', 'postgresql', `select pg_read_file('/etc/passwd')`, 'pg_read_file'],
  ['server files by large object', 'postgresql', `select lo_import('/etc/passwd')`, 'lo_import'],
  ['password hashes', 'postgresql', 'select * from pg_catalog.pg_authid', 'system'],
  ['a foreign connection', 'postgresql', `select * from dblink('host=x', 'select 1') as t(a int)`, 'dblink'],
  ['settings by function', 'postgresql', `select set_config('transaction_read_only', 'off', true)`, 'set_config'],
  ['sleeping', 'postgresql', 'select pg_sleep(100)', 'pg_sleep'],
  ['loading code', 'sqlite', `select load_extension('x')`, 'load_extension'],
  ['a result of somebody else', 'snowflake', `select * from table(result_scan('x'))`, 'table'],
  ['asking a paid model', 'databricks', `select ai_query('m', name) from t`, 'ai_query'],
  [
    'a system table behind a common table of another scope',
    'postgresql',
    'with x as (with pg_settings as (select 1) select 1) select * from pg_settings',
    'belongs to the system',
  ],
  [
    'a common table that reads the real table of its own name',
    'postgresql',
    'with pg_settings as (select * from pg_settings) select * from pg_settings',
    'belongs to the system',
  ],
  [
    'a common table that is defined later',
    'postgresql',
    'with a as (select * from pg_user), pg_user as (select 1) select * from a',
    'belongs to the system',
  ],
  ['a function in escaped letters', 'postgresql', `select U&"pg\\005fread\\005ffile"('/etc/passwd')`, 'is not allowed'],
  ['a statement in the text of a function', 'postgresql', `select ts_stat('select 1')`, 'ts_stat'],
  ['a whole schema as a text', 'postgresql', `select schema_to_xml('public', true, true, '')`, 'schema_to_xml'],
  ['settings of the server', 'postgresql', `select current_setting('data_directory')`, 'current_setting'],
  ['writing to the log', 'duckdb', `select write_log(name) from t`, 'write_log'],
  ['fetching from a lateral', 'duckdb', 'select * from t, lateral read_blob(t.x)', 'read_blob'],
])('behavior: refuses %s', (_case, dialect, sql, reason) => {
  expect(refusal(sql, dialect)).toContain(reason)
})

test('parameters: tables', () => {
  const tables = ['order_lines', 'crm.accounts']
  expect(refusal('select * from order_lines join "Accounts" using (id)', 'duckdb', tables)).toBe('')
  expect(refusal('with t as (select 1) select * from t', 'duckdb', tables)).toBe('')
  expect(refusal('select * from main.order_lines', 'duckdb', tables)).toBe('')
  const nested =
    'with a as (with b as (select 1) select * from b), c as (select * from a) select * from c where exists (select * from a)'
  expect(refusal(nested, 'duckdb', tables)).toBe('')
  expect(refusal('with t as (select 1) (select * from t) union select * from t', 'duckdb', tables)).toBe('')
  expect(refusal(`${nested} union select * from b`, 'duckdb', tables)).toContain('no table b')
  expect(refusal('select (select max(pay) from salaries) from order_lines', 'duckdb', tables)).toContain(
    'no table salaries',
  )
})

test('behavior: thousands of keys are checked as fast as one', () => {
  const keys = Array.from({ length: 50_000 }, (_, index) => index).join(', ')
  expect(refusal(`select * from t where id in (${keys})`, 'duckdb')).toBe('')
  expect(refusal(`select * from t where id in (${keys}); drop table t`, 'duckdb')).toContain('exactly one')
})

test('behavior: a list of numbers in a comment hides nothing of the next line', () => {
  const list = Array.from({ length: 30 }, (_, index) => index).join(', ')
  // The source reads `(1 -21), pg_read_file('x'), (1 )`; joined with the comment's line it would all be comment.
  const sql = `select (1 -- (${list},\n -21), pg_read_file('x'), (1\n )`
  expect(() => guardStatement(sql, { dialect: 'postgresql' })).toThrow('pg_read_file')
})
