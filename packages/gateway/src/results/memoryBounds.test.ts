import { expect, test } from 'vitest'
import { makeRoom } from './memoryBounds.ts'
import { createMemoryMeter } from './memoryMeter.ts'

/** Results that are read by one each, of which nothing can be let go. */
function heldBy(results: readonly { bytes: number; passingBytes: number }[]) {
  const meter = createMemoryMeter()
  const all = results.map(({ bytes, passingBytes }) => {
    meter.counter()(bytes + passingBytes)
    return { result: { bytes, lastBatchBytes: 10, letGo: () => 0 }, readers: 1, readAt: 0 }
  })
  const { totalBytes } = meter
  const bounds = {
    maxBytesPerResult: 100,
    maxBytes: 100,
    totalBytes,
    all: () => all,
    expire: () => undefined,
    now: () => 0,
  }
  return makeRoom(all[0]!, bounds)
}

test.each([
  [
    'is held',
    [
      { bytes: 50, passingBytes: 10 },
      { bytes: 40, passingBytes: 0 },
    ],
    true,
  ],
  [
    'is being read or sent',
    [
      { bytes: 50, passingBytes: 10 },
      { bytes: 40, passingBytes: 10 },
    ],
    false,
  ],
])('default: there is room beside what %s', (_case, results, hasRoom) => {
  expect(heldBy(results)).toBe(hasRoom)
})
