import { expect, test } from 'vitest'
import { keyCondition } from './keyCondition.ts'

test.each([
  ['a number', '42', 'integer', 'account_id = 42'],
  ['a word for a number', '42 or 1=1', 'integer', '1 = 0'],
  ['a number too long for one', '9'.repeat(30), 'integer', '1 = 0'],
  ['a text', "O'Neill", 'text', "account_id = 'O''Neill'"],
  ['a type that is not known', '42', undefined, "cast(account_id as varchar) = '42'"],
] as const)('behavior: %s', (_case, id, type, sql) => {
  expect(keyCondition('account_id', id, type, 'duckdb')).toBe(sql)
})
