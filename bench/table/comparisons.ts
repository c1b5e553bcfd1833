import type { Comparison } from '../compare.ts'

/** Most that ours may be of AG Grid's. */
const aims = {
  'mount 1,000,000 × 8': 0.1,
  'scroll frame p95, 1,000,000 × 8': 0.5,
  'heap above the data': 0.1,
  'append 200 chunks of 500': 0.25,
  'mount 100,000 × 8': undefined,
  'mount 10,000 × 200': undefined,
  'scroll frame p95, 10,000 × 200': undefined,
} as const

const againstAgGrid = Object.entries(aims).flatMap(([figure, atMost]): Comparison[] => [
  {
    name: `${figure}, ours / AG Grid`,
    over: `ours: ${figure}`,
    under: `AG Grid: ${figure}`,
    ...(atMost !== undefined && { atMost }),
  },
  { name: '  with its rows alone', over: `ours: ${figure}`, under: `AG Grid, rows alone: ${figure}` },
])

/** What the table is held against: AG Grid, and itself with a tenth of the rows. */
export const comparisons: readonly Comparison[] = [
  ...againstAgGrid,
  {
    name: 'mount 1,000,000 / mount 100,000, ours',
    over: 'ours: mount 1,000,000 × 8',
    under: 'ours: mount 100,000 × 8',
    atMost: 2,
  },
]
