import { expect, test } from 'vitest'
import { checksumOf, type Migration, MigrationError, planMigrations } from './planMigrations.ts'

const first: Migration = { number: 1, name: 'budget', sql: 'create table a ()' }
const second: Migration = { number: 2, name: 'audit', sql: 'create table b ()' }
const applied = (migration: Migration) => ({ ...migration, checksum: checksumOf(migration) })

test.each([
  ['an empty store', [], [first, second]],
  ['an older store', [applied(first)], [second]],
  ['a store that is up to date', [applied(first), applied(second)], []],
])('default: %s', (_case, before, plan) => {
  expect(planMigrations([first, second], before)).toEqual(plan)
})

test.each([
  ['was edited', [{ ...applied(first), checksum: 'other' }], 'Migration 1 (budget) was changed'],
  ['is of a newer gateway', [first, second, { ...first, number: 3 }].map(applied), 'it has migration 3 (budget)'],
  ['is missing in between', [applied(second)], 'Migration 2 (audit) was changed'],
])('behavior: refuses a store where one %s', (_case, before, message) => {
  expect(() => planMigrations([first, second], before)).toThrow(MigrationError)
  expect(() => planMigrations([first, second], before)).toThrow(message)
})
