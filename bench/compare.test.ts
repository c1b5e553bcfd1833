import { expect, test } from 'vitest'
import { compare, toRatioTable } from './compare.ts'
import type { Sample } from './measure.ts'

const samples: Sample[] = [
  { name: 'gateway', unit: 'ms', values: [12, 40, 30] },
  { name: 'bare', unit: 'ms', values: [10, 20, 30] },
]

test('default', () => {
  expect(compare(samples, { name: 'first row', over: 'gateway', under: 'bare' })).toEqual({
    name: 'first row',
    median: 1.2,
    lowest: 1,
    highest: 2,
    verdict: '',
  })
})

test.each([
  [{ atMost: 1.2 }, 'aim at most 1.2: met'],
  [{ atMost: 1.1 }, 'aim at most 1.1: not met'],
  [{ atLeast: 1.2 }, 'aim at least 1.2: met'],
  [{ atLeast: 50 }, 'aim at least 50: not met'],
])('behavior: %o is judged by the median', (aim, verdict) => {
  expect(compare(samples, { name: '', over: 'gateway', under: 'bare', ...aim }).verdict).toBe(verdict)
})

test('behavior: without anything below the line the thing itself is judged', () => {
  const longTasks: Sample[] = [{ name: 'long tasks', unit: '', values: [0, 0, 2] }]
  expect(compare(longTasks, { name: 'long tasks', over: 'long tasks', atMost: 0 })).toMatchObject({
    median: 0,
    highest: 2,
    verdict: 'aim at most 0: met',
  })
})

test('behavior: a name that was not measured is refused', () => {
  expect(() => compare(samples, { name: '', over: 'gateway', under: 'json' })).toThrow('nothing called json')
})

test('behavior: ratios stand under each other', () => {
  const table = toRatioTable([
    compare(samples, { name: 'first row', over: 'gateway', under: 'bare', atMost: 1.3 }),
    compare(samples, { name: 'row', over: 'bare', under: 'gateway' }),
  ])
  expect(table).toMatchInlineSnapshot(`
    "first row    1.20  (1.00 to 2.00)          aim at most 1.3: met
    row         0.833  (0.500 to 1.00)"
  `)
})
