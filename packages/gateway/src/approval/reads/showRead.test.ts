import { expect, test } from 'vitest'
import type { WriteConfig } from '../../config/types.ts'
import { isWithin } from './isWithin.ts'
import { piiClassesOf } from './piiClassesOf.ts'
import { showRead } from './showRead.ts'
import type { Read } from './types.ts'

const amount = (bytesScanned: number | null, costUsd: number | null) => ({ bytesScanned, costUsd })
const estimateOf = (bytesScanned: number | null, costUsd: number | null) => {
  const same = amount(bytesScanned, costUsd)
  return { low: same, expected: same, high: same, confidence: 'heuristic' as const, basis: 'a guess' }
}
const read: Read = {
  tool: 'ask',
  caller: { tenantId: 'erie', userId: 'dana', roles: [] },
  question: 'Margin?',
  statements: [
    { source: 'crm', sourceTitle: 'CRM', dialect: 'postgresql', sql: 'select 1' },
    { source: 'lakehouse', sourceTitle: 'Lakehouse', dialect: 'duckdb', sql: 'select 2' },
  ],
  tables: ['crm.accounts', 'lakehouse.order_lines'],
  piiClasses: [],
  billedBy: [{ source: 'lakehouse', title: 'Lakehouse' }],
  estimate: estimateOf(1_240_000_000, 3.1),
  pricesAsOf: '2026-11-01',
  rows: 12,
}

test.each<[string, Partial<Read>]>([
  ['Read about 1.2 GB at the Lakehouse for up to $3.10', {}],
  ['Read about 201 bytes at the Lakehouse for up to $0.000012', { estimate: estimateOf(201, 0.000012) }],
  ['Read an unknown amount at the Lakehouse at a price that nobody can tell', { estimate: estimateOf(null, null) }],
  [
    'Read about 1.2 GB at the Lakehouse and the Warehouse for up to $3.10',
    { billedBy: [...read.billedBy, { source: 'warehouse', title: 'Warehouse' }] },
  ],
  ['Read about 1.2 GB at the CRM and the Lakehouse for up to $3.10', { billedBy: [] }],
])('default: %s', (title, more) => {
  expect(showRead({ ...read, ...more }).title).toBe(title)
})

test('behavior: how many people personal data are of is not known, and not zero', () => {
  expect(showRead(read)).toMatchObject({ source: 'lakehouse', people: 0, rows: 12 })
  expect(showRead({ ...read, piiClasses: ['email'] })).toMatchObject({ people: null, piiClasses: ['email'] })
})

test.each([
  [3.1, 3.1, true],
  [3.1, 3.100001, false],
  [3.1, null, false],
  [null, 100, true],
  [null, null, true],
])('behavior: agreed to %s, %s now: %s', (agreedUsd, nowUsd, expected) => {
  expect(isWithin({ estimate: estimateOf(1, nowUsd) }, { estimate: estimateOf(1, agreedUsd) })).toBe(expected)
})

test.each([
  [['crm.contacts.email'], ['email']],
  [['crm.contacts.*'], ['email', 'phone']],
  [['crm.contacts.name', 'erp.contacts.email', 'crm.accounts.*'], []],
])('behavior: of %j it knows %j', (columns, expected) => {
  const contact: WriteConfig = {
    ...{ title: 'Contact', source: 'crm', table: 'contacts', keyColumn: 'id', labelColumn: 'name' },
    columns: [{ name: 'name' }, { name: 'phone', piiClass: 'phone' }, { name: 'email', piiClass: 'email' }],
  }
  expect(piiClassesOf(columns, { contact })).toEqual(expected)
})
