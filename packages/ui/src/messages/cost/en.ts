import type { CostMessages } from './types.ts'

export const cost: CostMessages = {
  cost: 'Cost',
  estimated: 'Estimated',
  expected: 'Expected',
  came: 'Came to',
  amountAndSize: (amount, size) => `${amount} · ${size}`,
  confidence: 'How sure',
  confidences: {
    exact: { name: 'Exact', meaning: 'The source has said what it will read.' },
    'upper-bound': { name: 'At most', meaning: 'It will not be more; it may be less.' },
    heuristic: { name: 'Rule of thumb', meaning: 'Worked out from sizes and earlier runs; it may be more or less.' },
    none: { name: 'Not known', meaning: 'The source cannot tell before it runs.' },
  },
  basis: 'Worked out by',
  pricesOf: 'Prices of',
  noPrices: 'No prices are set, so bytes are known at best and money is not.',
  pastError: 'Estimates so far',
  noPastRuns: 'No run like this one is known yet.',
  pastRuns: (count, formatted, median, p90) =>
    `Of ${formatted} ${count === 1 ? 'run' : 'runs'}, half came to ${median} of what was expected or less, nine in ten to ${p90} or less.`,
  estimating: 'Working out the cost…',
}
