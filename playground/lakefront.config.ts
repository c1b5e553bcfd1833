import { defineConfig } from '@lakefront/gateway/config'
import { readAddresses } from './services/addresses.ts'
import { pretendPrice } from './services/pretendPrice.ts'
import { readSecret } from './services/secret.ts'

const { dataFolder, lakehouse, erp, crmReader, crmWriter } = readAddresses()

/** Metric view files of one source, each with the date that "in 2025" means; the files are plain Unity Catalog YAML. */
const viewsOf = (source: string, timeDimensions: Readonly<Record<string, string | undefined>>) =>
  Object.entries(timeDimensions).map(([name, timeDimension]) => ({
    source,
    file: `./semantic/${name}.yaml`,
    timeDimension,
  }))

export default defineConfig({
  sources: {
    lakehouse: { title: 'Lakehouse', mcp: { url: lakehouse }, dialect: 'duckdb' },
    erp: { title: 'ERP', mcp: { url: erp }, dialect: 'sqlite' },
    crm: { title: 'CRM', postgres: { url: crmReader, writerUrl: crmWriter } },
  },
  views: [
    ...viewsOf('lakehouse', { sales: 'order_date' }),
    ...viewsOf('crm', {
      accounts: 'created_date',
      opportunities: 'close_date',
      cases: 'opened_date',
      activities: 'activity_date',
      contacts: 'last_activity_date',
      leads: 'lead_date',
    }),
    ...viewsOf('erp', {
      orders: 'order_date',
      invoices: 'invoice_date',
      shipments: 'shipped_date',
      credit: undefined,
      inventory: undefined,
    }),
  ],
  entities: {
    account: {
      title: 'Account',
      pluralTitle: 'Accounts',
      synonyms: ['customer', 'client', 'company'],
      view: 'accounts',
      key: 'account_id',
      label: 'account_name',
      references: {
        sales: 'account_id',
        opportunities: 'account_id',
        cases: 'account_id',
        activities: 'account_id',
        contacts: 'account_id',
        orders: 'account_id',
        invoices: 'account_id',
        credit: 'account_id',
        shipments: 'account_id',
      },
      summary: ['territory', 'owner', 'tier', 'status', 'city'],
      record: [
        { id: 'margin', title: 'Lifetime gross margin', kind: 'figure', measure: 'sales.gross_margin' },
        { id: 'open-orders', title: 'Open orders', kind: 'figure', measure: 'orders.open_orders' },
        { id: 'available-credit', title: 'Available credit', kind: 'figure', measure: 'credit.available_credit' },
        { id: 'pipeline', title: 'Pipeline', kind: 'figure', measure: 'opportunities.pipeline' },
        {
          id: 'identity',
          title: 'Account',
          kind: 'fields',
          dimensions: ['owner', 'territory', 'industry', 'tier', 'status', 'city', 'state', 'country'],
        },
        {
          id: 'orders',
          title: 'Orders',
          kind: 'table',
          source: 'erp',
          table: 'orders',
          keyColumn: 'account_id',
          columns: [
            { name: 'order_number', title: 'Order' },
            { name: 'order_date', title: 'Date' },
            { name: 'status', title: 'Status' },
            { name: 'line_count', title: 'Lines', unit: 'count' },
            { name: 'total_amount', title: 'Total', unit: 'currency', currency: 'USD' },
          ],
          orderBy: 'order_date',
          descending: true,
          limit: 10,
        },
        {
          id: 'credit',
          title: 'Credit',
          kind: 'table',
          source: 'erp',
          table: 'credit',
          keyColumn: 'account_id',
          columns: [
            { name: 'credit_limit', title: 'Limit', unit: 'currency', currency: 'USD' },
            { name: 'balance', title: 'Balance', unit: 'currency', currency: 'USD' },
            { name: 'available_credit', title: 'Available', unit: 'currency', currency: 'USD' },
            { name: 'terms', title: 'Terms' },
            { name: 'on_hold', title: 'On hold' },
          ],
          limit: 1,
        },
        {
          id: 'contacts',
          title: 'Contacts',
          kind: 'table',
          source: 'crm',
          table: 'contacts',
          keyColumn: 'account_id',
          columns: [
            { name: 'first_name', title: 'First name' },
            { name: 'last_name', title: 'Last name' },
            { name: 'role', title: 'Role' },
            { name: 'last_activity_at', title: 'Last activity' },
          ],
          orderBy: 'is_primary',
          descending: true,
          limit: 8,
        },
        {
          id: 'opportunities',
          title: 'Opportunities',
          kind: 'table',
          source: 'crm',
          table: 'opportunities',
          keyColumn: 'account_id',
          columns: [
            { name: 'name', title: 'Opportunity' },
            { name: 'stage', title: 'Stage' },
            { name: 'amount', title: 'Amount', unit: 'currency', currency: 'USD' },
            { name: 'close_date', title: 'Closes' },
          ],
          orderBy: 'close_date',
          descending: true,
          limit: 8,
        },
        {
          id: 'cases',
          title: 'Cases',
          kind: 'table',
          source: 'crm',
          table: 'cases',
          keyColumn: 'account_id',
          columns: [
            { name: 'subject', title: 'Case' },
            { name: 'status', title: 'Status' },
            { name: 'priority', title: 'Priority' },
            { name: 'opened_at', title: 'Opened' },
          ],
          orderBy: 'opened_at',
          descending: true,
          limit: 5,
        },
      ],
    },
    opportunity: {
      title: 'Opportunity',
      pluralTitle: 'Opportunities',
      synonyms: ['deal'],
      view: 'opportunities',
      key: 'opportunity_id',
      label: 'opportunity_name',
      summary: ['stage', 'owner', 'close_date'],
      record: [
        {
          id: 'identity',
          title: 'Opportunity',
          kind: 'fields',
          dimensions: ['opportunity_id', 'stage', 'owner', 'close_date'],
        },
      ],
    },
  },
  // What people and their assistants may write in the CRM, each time with somebody's consent.
  writes: {
    opportunity: {
      title: 'Opportunity',
      source: 'crm',
      table: 'opportunities',
      keyColumn: 'id',
      labelColumn: 'name',
      columns: [
        { name: 'name', title: 'Name' },
        { name: 'stage', title: 'Stage' },
        { name: 'amount', title: 'Amount' },
        { name: 'probability', title: 'Probability' },
        { name: 'close_date', title: 'Closes' },
        { name: 'account_id', title: 'Account' },
        { name: 'owner_id', title: 'Owner' },
      ],
      mayCreate: true,
    },
    activity: {
      title: 'Activity',
      source: 'crm',
      table: 'activities',
      keyColumn: 'id',
      labelColumn: 'subject',
      columns: [
        { name: 'subject', title: 'Subject' },
        { name: 'type', title: 'Type' },
        { name: 'occurred_at', title: 'When' },
        { name: 'account_id', title: 'Account' },
        { name: 'contact_id', title: 'Contact', piiClass: 'contact' },
        { name: 'owner_id', title: 'Owner' },
      ],
      mayCreate: true,
    },
    case: {
      title: 'Case',
      source: 'crm',
      table: 'cases',
      keyColumn: 'id',
      labelColumn: 'subject',
      columns: [
        { name: 'subject', title: 'Subject' },
        { name: 'status', title: 'Status' },
        { name: 'priority', title: 'Priority' },
        { name: 'closed_at', title: 'Closed' },
        { name: 'account_id', title: 'Account' },
        { name: 'contact_id', title: 'Contact', piiClass: 'contact' },
      ],
      mayCreate: true,
    },
    account: {
      title: 'Account',
      source: 'crm',
      table: 'accounts',
      keyColumn: 'id',
      labelColumn: 'name',
      columns: [{ name: 'owner_id', title: 'Owner' }],
    },
  },
  approvals: {
    level: 'propose',
    // They set how much happens by itself.
    administrators: ['manager'],
    rules: [
      {
        verdict: 'ask',
        effects: ['costly-read'],
        reason: 'Reads that cost this much are a manager’s to allow.',
        approvers: { roles: ['manager'] },
      },
    ],
    // Tests let requests run out.
    expiresAfterMs: Number(process.env.LAKEFRONT_APPROVAL_MS ?? 24 * 60 * 60_000),
  },
  // Ordinary questions read less than half of the lakehouse and run freely; one that reads most of it needs a manager.
  budgets: {
    caps: [
      { scope: 'user', period: 'query', capUsd: 5, confirmAboveUsd: 1.2 },
      { scope: 'user', period: 'day', capUsd: 100 },
      { scope: 'tenant', period: 'month', capUsd: 2_000 },
    ],
    // A machine that is too busy to estimate in time still answers.
    unknownCost: 'allow',
    readers: ['manager'],
  },
  store: { folder: `${dataFolder}/state` },
  // Beside the store only in a demo: an anchor belongs where nobody who owns the store can write.
  audit: {
    secret: readSecret(dataFolder),
    anchor: { file: `${dataFolder}/anchors.jsonl` },
    // Managers see what everybody asked; the others see their own.
    readers: ['manager'],
  },
  // A pretend price list, so that the demo has costs to show: the embedded lakehouse itself bills nobody.
  prices: {
    asOf: '2026-11-01',
    usdPerTebibyteScanned: { lakehouse: pretendPrice(`${dataFolder}/lakehouse`, 2), crm: 0, erp: 0 },
  },
  authentication: { jwtSecret: readSecret(dataFolder) },
  // Tests ask "last 90 days" on a fixed day.
  now: process.env.LAKEFRONT_NOW,
})
