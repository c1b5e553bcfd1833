import type { EntityRecord, RecordSection, RecordSummary } from '@lakefront/contract'
import { sampleAccountName } from './rows.ts'

const asOf = '2026-11-20T10:41:07.000Z'

const dollars = { type: 'decimal', scale: 2, unit: 'currency', currency: 'USD' } as const

const crm = { source: 'crm', sourceTitle: 'CRM' } as const
const erp = { source: 'erp', sourceTitle: 'ERP' } as const
const read = { status: 'ready', truncated: false, asOf } as const

const sections: readonly RecordSection[] = [
  {
    id: 'identity',
    title: 'Account',
    kind: 'fields',
    ...crm,
    ...read,
    durationMs: 31,
    columns: [
      { name: 'owner', title: 'Owner', type: 'text' },
      { name: 'territory', title: 'Territory', type: 'text' },
      { name: 'industry', title: 'Industry', type: 'text' },
      { name: 'tier', title: 'Tier', type: 'text' },
      { name: 'city', title: 'City', type: 'text' },
      { name: 'website', title: 'Website', type: 'text' },
    ],
    rows: [['Dana Kowalski', 'Cleveland', 'Fasteners', 'A', 'Cleveland', null]],
  },
  figure(
    'lifetime-margin',
    'Lifetime gross margin',
    { source: 'lakehouse', sourceTitle: 'Lakehouse' },
    '2194805.63',
    402,
  ),
  figure('available-credit', 'Available credit', erp, '148250.00', 12),
  {
    id: 'contacts',
    title: 'Contacts',
    kind: 'table',
    ...crm,
    ...read,
    durationMs: 22,
    columns: [
      { name: 'name', title: 'Name', type: 'text' },
      { name: 'role', title: 'Role', type: 'text' },
      { name: 'email', title: 'Email', type: 'text' },
      { name: 'last_activity_at', title: 'Last activity', type: 'timestamp' },
    ],
    rows: [
      ['Zoë Marchetti', 'Purchasing manager', 'zoe.marchetti@greatlakesfastener.example', '2026-11-17T15:20:00.000Z'],
      ['Raúl O’Neill', 'Plant engineer', 'raul.oneill@greatlakesfastener.example', '2026-10-30T09:05:00.000Z'],
    ],
  },
  {
    id: 'orders',
    title: 'Orders',
    kind: 'table',
    ...erp,
    ...read,
    durationMs: 84,
    columns: [
      { name: 'order_number', title: 'Order', type: 'text' },
      { name: 'order_date', title: 'Date', type: 'date' },
      { name: 'status', title: 'Status', type: 'text' },
      { name: 'total_amount', title: 'Total', ...dollars },
    ],
    rows: [
      ['SO-104882', '2026-11-18', 'Open', '18240.50'],
      ['SO-104517', '2026-11-04', 'Shipped', '7312.00'],
      ['RM-002213', '2026-10-29', 'Return', '-1120.40'],
      ['SO-103960', '2026-10-12', 'Invoiced', '42880.75'],
    ],
  },
]

function figure(
  id: string,
  title: string,
  source: { source: string; sourceTitle: string },
  value: string,
  durationMs: number,
): RecordSection {
  return {
    id,
    title,
    kind: 'figure',
    ...source,
    ...read,
    durationMs,
    columns: [{ name: id, title, ...dollars }],
    rows: [[value]],
  }
}

/** A big account in Cleveland, read from all three systems. */
export function sampleRecord(overrides: Partial<EntityRecord> = {}): EntityRecord {
  return { entity: 'account', id: '1001', label: sampleAccountName(0), sections: [...sections], ...overrides }
}

/** A section whose source could not be read. */
export function failedSection(section: RecordSection, message: string, retryAt?: string): RecordSection {
  const error = { code: 'source-unavailable', message, retryable: true, ...(retryAt && { retryAt }) }
  return { ...section, status: 'failed', rows: [], error }
}

/** Accounts as a list shows them. */
export function sampleSummaries(count = 20, offset = 0): RecordSummary[] {
  return Array.from({ length: count }, (_, index) => ({
    entity: 'account',
    id: String(1_001 + offset + index),
    label: sampleAccountName(offset + index),
    fields: [
      { column: { name: 'territory', title: 'Territory', type: 'text' }, value: 'Cleveland' },
      { column: { name: 'tier', title: 'Tier', type: 'text' }, value: 'ABC'[index % 3] ?? 'C' },
    ],
  }))
}
