import { expect, test } from 'vitest'
import { spendingBySource } from './spendingBySource.ts'

const known = (source: string, costUsd: number) => ({ source, costUsd })
const unknown = (source: string) => ({ source, costUsd: null })
const line = (source: string, spentMicroUsd: bigint, assumedMicroUsd = 0n) => ({
  source,
  spentMicroUsd,
  assumedMicroUsd,
})

test.each([
  ['what each cost', [known('a', 0.1), known('b', 0.2)], 1_000_000n, [line('a', 100_000n), line('b', 200_000n)]],
  ['one line a source, each statement rounded up', [known('a', 0.0000001), known('a', 0.5)], 0n, [line('a', 500_001n)]],
  ['free sources are left out', [known('crm', 0)], 5n, []],
  [
    'the rest to who does not say',
    [known('a', 0.3), unknown('b')],
    1_000_000n,
    [line('a', 300_000n), line('b', 700_000n, 700_000n)],
  ],
  ['in equal parts, to the millionth', [unknown('a'), unknown('b')], 7n, [line('a', 3n, 3n), line('b', 4n, 4n)]],
  ['nothing where nothing is left', [known('a', 2), unknown('b')], 1_000_000n, [line('a', 2_000_000n), line('b', 0n)]],
  ['known and unknown at one source', [known('a', 0.25), unknown('a')], 1_000_000n, [line('a', 1_000_000n, 750_000n)]],
])('default: %s', (_case, costs, reserved, lines) => {
  expect(spendingBySource(costs, reserved)).toEqual(lines)
})
