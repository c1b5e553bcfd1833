import { expect, test } from 'vitest'
import { ConfigError } from './ConfigError.ts'
import { parseConfig } from './parseConfig.ts'

const authentication = { jwtSecret: 'a secret that is long enough for HS256' }
const lakehouse = { files: { folder: 'data' } }
const sales = { file: 'views/sales.yaml', source: 'lakehouse' }
const account = { title: 'Account', view: 'sales', key: 'account_id', label: 'account_name' }

function problemsOf(config: unknown): readonly string[] {
  try {
    parseConfig(config)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).problems
  }
}

test('default', () => {
  const config = parseConfig({ sources: { lakehouse }, authentication })
  expect(config.sources.lakehouse).toEqual({ files: { folder: `${process.cwd()}/data` } })
})

test('parameters: folder is what relative paths count from', () => {
  const config = parseConfig({ sources: { lakehouse }, views: [sales], authentication }, { folder: '/srv/erie' })
  expect(config.sources.lakehouse).toEqual({ files: { folder: '/srv/erie/data' } })
  expect(config.views?.[0]?.file).toBe('/srv/erie/views/sales.yaml')
})

test('parameters: store', () => {
  const budgets = { caps: [{ scope: 'user', period: 'day', capUsd: 5 }] }
  const stateOf = (more: object) =>
    parseConfig({ sources: { lakehouse }, authentication, ...more }, { folder: '/srv' }).store
  expect(stateOf({})).toBeUndefined()
  expect(stateOf({ budgets })).toEqual({ folder: '/srv/.lakefront/state' })
  expect(stateOf({ store: { folder: 'kept' } })).toEqual({ folder: '/srv/kept' })
  expect(stateOf({ budgets, store: { url: 'postgres://db/state' } })).toEqual({ url: 'postgres://db/state' })
})

test.each([
  [
    'a store that is in two places, without showing its password',
    { sources: { lakehouse }, authentication, store: { folder: 'a', url: 'postgres://lakefront:secret@db/state' } },
    ['store: expected exactly one of folder, url'],
  ],
  [
    'a store of another kind',
    { sources: { lakehouse }, authentication, store: { url: 'mysql://lakefront:secret@db/state' } },
    ['store.url: expected a URL, got a string that is not shown here'],
  ],
  [
    'an audit trail with a weak secret, which is not shown, and an anchor in two places',
    {
      sources: { lakehouse },
      authentication,
      audit: { secret: 'hunter2', anchor: { file: 'a', url: 'https://b.example' } },
    },
    ['audit.secret: expected a secret of at least 32 bytes', 'audit.anchor: expected exactly one of file, url'],
  ],
  [
    'budgets that cap nothing, on another planet',
    { sources: { lakehouse }, authentication, budgets: { caps: [], timeZone: 'Mars/Olympus' } },
    [
      'budgets.caps: expected something that is not empty, got []',
      'budgets.timeZone: expected a time zone such as "America/New_York"',
    ],
  ],
  [
    'a URL that is none',
    { sources: { erp: { mcp: { url: 'foo' }, dialect: 'sqlite' } }, authentication },
    ['sources.erp.mcp.url: expected a URL, got "foo"'],
  ],
  ['nothing at all', undefined, ['config: expected an object, got nothing']],
  ['no sources', { authentication }, ['sources: expected an object, got nothing']],
  [
    'a misspelt key',
    { sources: { lakehouse }, authentication, alowedOrigins: [] },
    ['alowedOrigins: unknown key; did you mean "allowedOrigins"?'],
  ],
  [
    'a misspelt key further in',
    { sources: { erp: { mcp: { url: 'http://erp/mcp', sqltool: 'x' }, dialect: 'sqlite' } }, authentication },
    ['sources.erp.mcp.sqltool: unknown key; did you mean "sqlTool"?'],
  ],
  [
    'a source of no kind',
    { sources: { erp: { title: 'ERP' } }, authentication },
    ['sources.erp: expected exactly one of mcp, command, files, postgres; got none of them'],
  ],
  [
    'a source of two kinds',
    { sources: { erp: { ...lakehouse, postgres: { url: 'postgres://crm/crm' } } }, authentication },
    ['sources.erp: expected exactly one of mcp, command, files, postgres; got files and postgres'],
  ],
  [
    'an MCP source without its dialect',
    { sources: { erp: { mcp: { url: 'http://erp/mcp' } } }, authentication },
    [
      'sources.erp.dialect: expected the SQL dialect, one of duckdb, postgresql, sqlite, databricks, snowflake, bigquery, trino; got nothing',
    ],
  ],
  [
    'a dialect that is unknown',
    { sources: { erp: { mcp: { url: 'http://erp/mcp' }, dialect: 'postgres' } }, authentication },
    [
      'sources.erp.dialect: expected one of duckdb, postgresql, sqlite, databricks, snowflake, bigquery, trino, got "postgres"; did you mean "postgresql"?',
    ],
  ],
  [
    'a view of a source that is not there',
    { sources: { lakehouse }, views: [{ ...sales, source: 'lakehose' }], authentication },
    ['views[0].source: expected a source of this configuration, got "lakehose"; did you mean "lakehouse"?'],
  ],
  [
    'an entity of a view that is not there',
    { sources: { lakehouse }, views: [sales], entities: { account: { ...account, view: 'accounts' } }, authentication },
    ['entities.account.view: expected a view of this configuration, got "accounts"; known are sales'],
  ],
  [
    'a price of a source that is not there',
    {
      sources: { lakehouse },
      authentication,
      prices: { asOf: '2026-11-01', warehouses: { lakehose: { unitsPerHour: 1, usdPerUnit: 1 } } },
    },
    ['prices.warehouses.lakehose: expected a source of this configuration, got "lakehose"; did you mean "lakehouse"?'],
  ],
  [
    'two prices of one source',
    {
      sources: { lakehouse },
      authentication,
      prices: {
        asOf: '2026-11-01',
        usdPerTebibyteScanned: { lakehouse: 5 },
        warehouses: { lakehouse: { unitsPerHour: 1, usdPerUnit: 1 } },
      },
    },
    ['prices.warehouses.lakehouse: it has a price by bytes too; a source is billed one way'],
  ],
  [
    'a short secret',
    { sources: { lakehouse }, authentication: { jwtSecret: 'short' } },
    ['authentication.jwtSecret: expected a secret of at least 32 bytes; got 5'],
  ],
  [
    'authentication left out',
    { sources: { lakehouse } },
    ['authentication: expected { jwtSecret } or { authenticate }; got nothing'],
  ],
  [
    'an origin with a path',
    { sources: { lakehouse }, authentication, allowedOrigins: ['https://crm.example/app'] },
    ['allowedOrigins[0]: expected an origin such as "https://crm.example"'],
  ],
  [
    'a limit that is no number',
    { sources: { lakehouse }, authentication, maxRows: '10' },
    ['maxRows: expected a number, got "10"'],
  ],
  [
    'several at once',
    { sources: { lakehouse: { files: {} } }, authentication, maxRows: -1 },
    ['sources.lakehouse.files.folder: expected a text, got nothing', 'maxRows: expected more than 0, got -1'],
  ],
])('behavior: refuses %s', (_case, config, problems) => {
  expect(problemsOf(config)).toEqual(problems)
})

test('behavior: a secret is never repeated', () => {
  const config = { sources: { crm: { postgres: { url: 'postgres//user:hunter2@crm' } } }, authentication }
  expect(problemsOf(config).join()).not.toContain('hunter2')
})
