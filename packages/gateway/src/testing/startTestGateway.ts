import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createToken } from '../auth/createToken.ts'
import type { LakefrontConfig } from '../config/types.ts'
import { startLakehouse } from '../lakehouse/startLakehouse.ts'
import { type ServedGateway, serveGateway } from '../node.ts'

const jwtSecret = 'a secret for tests that is long enough'

const files = {
  'crm/accounts.csv': `id,name,territory,city
1,Great Lakes Fastener & Supply,Cleveland,Parma
2,Zoë’s Bolts,Cleveland,Lakewood
3,<script>alert(1)</script>,Cleveland,Erie
4,Akron Gear,Akron,Akron
5,Never Ordered,Cleveland,Cleveland
`,
  'lakehouse/order_lines.csv': `order_number,account_id,order_date,revenue,cost
SO-1,1,2025-03-01,100.10,60.05
SO-2,1,2026-03-01,200.20,100.10
SO-3,2,2026-04-01,50.00,70.25
SO-4,3,2026-05-01,10.00,1.00
SO-5,4,2026-06-01,1000.00,1.00
`,
  'accounts.yaml': `version: 1.1
source: accounts
dimensions:
  - { name: account_id, expr: id, display_name: Account ID }
  - { name: account_name, expr: name, display_name: Account }
  - { name: territory, expr: territory, display_name: Territory }
  - { name: city, expr: city, display_name: City }
measures:
  - { name: accounts, expr: count(*), display_name: Accounts }
`,
  'sales.yaml': `version: 1.1
source: order_lines
dimensions:
  - { name: account_id, expr: account_id, display_name: Account ID }
  - { name: order_date, expr: order_date, display_name: Order date }
measures:
  - { name: revenue, expr: sum(revenue), display_name: Revenue, format: { type: currency, currency_code: USD } }
  - { name: gross_margin, expr: sum(revenue - cost), display_name: Gross margin, synonyms: [margin], format: { type: currency, currency_code: USD } }
`,
}

export type TestGateway = {
  served: ServedGateway
  config: LakefrontConfig
  /** Folder of its data and views. */
  folder: string
  /** Stops a source, as a crash would. */
  stopSource(name: 'crm' | 'lakehouse'): Promise<void>
  token(userId?: string, tenantId?: string, agentId?: string, roles?: readonly string[]): Promise<string>
  close(): Promise<void>
}

/** A gateway over two lakehouses in their own right: one plays the CRM, so that questions span sources. */
export async function startTestGateway(
  overrides: Partial<LakefrontConfig> | ((config: LakefrontConfig) => LakefrontConfig) = {},
): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  await mkdir(join(folder, 'crm'))
  await mkdir(join(folder, 'lakehouse'))
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))
  const crm = await startLakehouse({ folder: join(folder, 'crm'), port: 0 })
  const lakehouse = await startLakehouse({ folder: join(folder, 'lakehouse'), port: 0 })
  const sources = { crm, lakehouse }
  const base = testConfig(folder, { crm: crm.url, lakehouse: lakehouse.url })
  const config = typeof overrides === 'function' ? overrides(base) : { ...base, ...overrides }
  const served = await serveGateway({ config, port: 0 })
  return {
    served,
    config,
    folder,
    stopSource: (name) => sources[name].close(),
    token: (userId = 'zoe', tenantId = 'erie', agentId?: string, roles?: readonly string[]) =>
      createToken({ jwtSecret, userId, tenantId, agentId, roles }),
    async close() {
      await served.close()
      await Promise.allSettled([crm.close(), lakehouse.close()])
      await rm(folder, { recursive: true })
    },
  }
}

function testConfig(folder: string, urls: { crm: string; lakehouse: string }): LakefrontConfig {
  return {
    sources: {
      crm: { title: 'CRM', mcp: { url: urls.crm }, dialect: 'duckdb' },
      lakehouse: { title: 'Lakehouse', mcp: { url: urls.lakehouse }, dialect: 'duckdb' },
    },
    views: [
      { file: join(folder, 'sales.yaml'), source: 'lakehouse' },
      { file: join(folder, 'accounts.yaml'), source: 'crm' },
    ],
    entities: {
      account: {
        title: 'Account',
        view: 'accounts',
        key: 'account_id',
        label: 'account_name',
        references: { sales: 'account_id' },
        summary: ['territory', 'city'],
        record: [
          { id: 'identity', title: 'Account', kind: 'fields', dimensions: ['territory', 'city'] },
          { id: 'margin', title: 'Gross margin', kind: 'figure', measure: 'sales.gross_margin' },
          {
            id: 'orders',
            title: 'Orders',
            kind: 'table',
            source: 'lakehouse',
            table: 'order_lines',
            keyColumn: 'account_id',
            columns: [
              { name: 'order_number', title: 'Order' },
              { name: 'revenue', title: 'Revenue', unit: 'currency', currency: 'USD' },
            ],
            orderBy: 'order_date',
            descending: true,
            limit: 1,
          },
        ],
      },
    },
    prices: { asOf: '2026-11-01', usdPerTebibyteScanned: { lakehouse: 6.25, crm: 0 } },
    authentication: { jwtSecret },
    now: '2026-11-20T12:00:00Z',
  }
}
