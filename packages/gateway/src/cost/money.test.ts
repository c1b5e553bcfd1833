import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLedgerText, toLedgerText, toMicroUsd, toUsd } from './money.ts'

test.each([
  [0, 0n],
  [1.1, 1_100_000n],
  [0.1 + 0.2, 300_001n],
  [0.000001, 1n],
  [1.13e-7, 1n],
  [6.25, 6_250_000n],
  [123_456_789.123456, 123_456_789_123_456n],
  [1e300, 10_000_000_000_000_000n],
  [Number.POSITIVE_INFINITY, 10_000_000_000_000_000n],
])('default: $%f', (costUsd, microUsd) => {
  expect(toMicroUsd(costUsd)).toBe(microUsd)
})

test('behavior: never less than it was, and the ledger gives back what it was given', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e8, noNaN: true }), (costUsd) => {
      const microUsd = toMicroUsd(costUsd)
      expect(toUsd(microUsd)).toBeGreaterThanOrEqual(costUsd)
      expect(toUsd(microUsd)).toBeLessThan(costUsd + 0.000002)
      expect(fromLedgerText(toLedgerText(microUsd))).toBe(microUsd)
    }),
  )
})

test.each([
  [0n, '0.000000'],
  [1n, '0.000001'],
  [12_340_000n, '12.340000'],
])('behavior: %s millionths are written as %s', (microUsd, text) => {
  expect(toLedgerText(microUsd)).toBe(text)
})
