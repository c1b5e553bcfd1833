import { expect, test } from 'vitest'
import { percentileOf, spreadOf, takeTurns, toTable } from './measure.ts'

test('default', () => {
  expect(spreadOf([30, 10, 20])).toEqual({ medianMs: 20, lowestMs: 10, highestMs: 30 })
  expect(spreadOf([40, 10, 20, 30])).toEqual({ medianMs: 25, lowestMs: 10, highestMs: 40 })
  expect(() => spreadOf([])).toThrow('no times were taken')
})

test('behavior: a percentile is a time that was taken', () => {
  const timesMs = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([0, 0.5, 0.99, 1].map((share) => percentileOf(timesMs, share))).toEqual([1, 50, 99, 100])
  expect(() => percentileOf([], 0.5)).toThrow('no times were taken')
})

test('behavior: things take turns and warm-ups are not counted', async () => {
  const order: string[] = []
  const thing = (name: string) => async () => {
    order.push(name)
    return { [name]: order.length }
  }
  const samples = await takeTurns([thing('a'), thing('b')], { repeats: 2 })
  expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b'])
  expect(samples).toEqual([
    { name: 'a', timesMs: [3, 5] },
    { name: 'b', timesMs: [4, 6] },
  ])
})

test('behavior: figures stand under each other', () => {
  const table = toTable([
    { name: 'gateway', timesMs: [12.34] },
    { name: 'bare', timesMs: [1, 2, 3] },
  ])
  expect(table).toMatchInlineSnapshot(`
    "            median     lowest    highest
    gateway    12.3 ms    12.3 ms    12.3 ms
    bare        2.0 ms     1.0 ms     3.0 ms"
  `)
})
