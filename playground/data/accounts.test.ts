import { expect, test } from 'vitest'
import { makeAccounts } from './accounts.ts'
import { accountRows } from './crmRows.ts'
import { territories } from './geography.ts'
import { makeProducts } from './products.ts'

test('default', () => {
  const accounts = makeAccounts()
  expect(accounts.length).toBeGreaterThan(4_900)
  expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length)
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length)
})

test.each([0.001, 0.02, 0.3, 1])('parameters: scale %d keeps every odd case', (scale) => {
  const names = makeAccounts(scale).map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['Great Lakes Fastener & Supply', `O'Malley & Sons "Precision" Tooling`]),
  )
  expect(names.some((name) => name.includes('<script>'))).toBe(true)
  expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true)
  expect(names.some((name) => /\p{Script=Hebrew}/u.test(name))).toBe(true)
  expect(names.some((name) => name.startsWith('='))).toBe(true)
})

test('behavior: only two words mean two things', () => {
  const accounts = accountRows(makeAccounts())
  const column = (name: string) => [...new Set(accounts.map((row) => String(row[name])))]
  const products = makeProducts()
  const dimensions = [
    territories.map(({ name }) => name),
    [...new Set(territories.map(({ region }) => region))],
    ...['city', 'state', 'country', 'industry', 'tier', 'status', 'currency'].map(column),
    [...new Set(products.map(({ category }) => category))],
    [...new Set(products.map(({ brand }) => brand))],
  ]
  const values = dimensions.flat().map((value) => value.toLowerCase())
  const twice = values.filter((value, index) => values.indexOf(value) !== index)
  expect(twice.sort()).toEqual(['electrical', 'erie'])
})
