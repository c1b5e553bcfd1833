import { expect, test } from 'vitest'
import { percentileOf, spreadOf, takeTurns, toTable } from './measure.ts'

test('default', () => {
  expect(spreadOf([30, 10, 20])).toEqual({ median: 20, lowest: 10, highest: 30 })
  expect(spreadOf([40, 10, 20, 30])).toEqual({ median: 25, lowest: 10, highest: 40 })
  expect(() => spreadOf([])).toThrow('nothing was measured')
})

test('behavior: a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([0, 0.5, 0.99, 1].map((share) => percentileOf(values, share))).toEqual([1, 50, 99, 100])
  expect(() => percentileOf([], 0.5)).toThrow('nothing was measured')
})

test('behavior: things take turns and warm-ups are not counted', async () => {
  const order: string[] = []
  const thing = (name: string) => async () => {
    order.push(name)
    return { [name]: order.length }
  }
  const [a, b, ...none] = await takeTurns([thing('a'), thing('b')], { repeats: 2 })
  const rounds = [order.slice(0, 2), order.slice(2, 4), order.slice(4)]
  expect(rounds.map((round) => round.toSorted())).toEqual(Array(3).fill(['a', 'b']))
  expect(a).toEqual({ name: 'a', unit: 'ms', values: [order.indexOf('a', 2) + 1, order.indexOf('a', 4) + 1] })
  expect(b).toEqual({ name: 'b', unit: 'ms', values: [order.indexOf('b', 2) + 1, order.indexOf('b', 4) + 1] })
  expect(none).toEqual([])
})

test('behavior: figures stand under each other', () => {
  const table = toTable([
    { name: 'gateway', unit: 'ms', values: [12.34] },
    { name: 'heap', unit: 'MB', values: [1, 2, 3] },
    { name: 'long tasks', unit: '', values: [0, 1] },
  ])
  expect(table).toMatchInlineSnapshot(`
    "                 median       lowest      highest
    gateway         12.3 ms      12.3 ms      12.3 ms
    heap             2.0 MB       1.0 MB       3.0 MB
    long tasks            1            0            1"
  `)
})

test('behavior: a figure that is no time says its unit', async () => {
  const samples = await takeTurns([async () => ({ heap: { value: 3, unit: 'MB' } })], { repeats: 2, warmUps: 0 })
  expect(samples).toEqual([{ name: 'heap', unit: 'MB', values: [3, 3] }])
})
