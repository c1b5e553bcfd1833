import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Store } from '../../store/port.ts'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { testStores } from '../../testing/testStores.ts'
import { createStoredRatios } from './createStoredRatios.ts'
import { mostShapes } from './ratios.ts'

describe.each(testStores)('%s', (_kind, make) => {
  const store = openSuiteStore(make)
  afterEach(() => store.query('truncate lakefront.calibration'))

  const open = (at: Store = store, onFault = (error: unknown): void => expect(error).toBeUndefined()) =>
    createStoredRatios({ store: at, onFault })
  const add = (ratios: ReturnType<typeof open>, shape: string, values: readonly number[]) => {
    for (const value of values) ratios.add(shape, value)
  }

  test('default: what one gateway learnt another knows, also after both have ended', async () => {
    const one = open()
    add(one, 'lakehouse:a', [0.5, 2])
    expect(await one.read('lakehouse:a')).toEqual([0.5, 2])
    await one.close()
    const other = open()
    add(other, 'lakehouse:a', [4])
    expect(await one.read('lakehouse:a')).toEqual([0.5, 2, 4])
    expect(await other.read('lakehouse:b')).toEqual([])
    await other.close()
    expect(await open().error()).toEqual({ runs: 3, medianRatio: 2, p90Ratio: 4 })
  })

  test('behavior: before anything has run there is no error to tell', async () => {
    expect(await open().error()).toEqual({ runs: 0, medianRatio: null, p90Ratio: null })
  })

  test('behavior: the newest twenty count, however they arrive', async () => {
    const ratios = open()
    const numbers = Array.from({ length: 50 }, (_, index) => index + 1)
    add(ratios, 'a', numbers.slice(0, 15))
    await ratios.close()
    add(ratios, 'a', numbers.slice(15, 30))
    await ratios.close()
    expect(await ratios.read('a')).toEqual(numbers.slice(10, 30))
    add(ratios, 'a', numbers.slice(30))
    expect(await ratios.read('a')).toEqual(numbers.slice(30))
  })

  test('behavior: of what many gateways write at once nothing is lost', async () => {
    const gateways = [open(), open(), open(), open()]
    const shapes = Array.from({ length: 30 }, (_, index) => `shape ${index}`)
    for (let round = 0; round < 4; round++) {
      gateways.forEach((each, index) => {
        for (const shape of index % 2 ? shapes : shapes.toReversed()) each.add(shape, 1)
      })
      await new Promise(setImmediate)
    }
    await Promise.all(gateways.map((each) => each.close()))
    expect(await open().error()).toMatchObject({ runs: 30 * 4 * 4 })
  })

  test('behavior: while the store is away runs go on, and what they taught is written later', async () => {
    let isAway = true
    const faulty: Store = {
      ...store,
      query: (sql, values) => (isAway ? Promise.reject(new Error('away')) : store.query(sql, values)),
    }
    const onFault = vi.fn()
    const ratios = open(faulty, onFault)
    add(ratios, 'a', [1, 2])
    await ratios.close()
    expect(onFault).toHaveBeenCalledWith(expect.objectContaining({ message: 'away' }))
    isAway = false
    add(ratios, 'a', [3])
    expect(await ratios.read('a')).toEqual([1, 2, 3])
  })

  test('behavior: the shapes that were not used for longest are forgotten', async () => {
    await store.query(
      `insert into lakefront.calibration (shape, ratios, used_at)
      select 'old ' || number, array[1.0], timestamptz '2026-01-01' + number * interval '1 second'
      from generate_series(1, $1::integer) number`,
      [mostShapes],
    )
    const ratios = open()
    add(ratios, 'new', [1])
    await ratios.close()
    expect(await ratios.read('old 1')).toEqual([])
    expect(await ratios.read('old 2')).toEqual([1])
    expect(await ratios.error()).toMatchObject({ runs: mostShapes })
  })
})
