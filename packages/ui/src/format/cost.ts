import type { Cost, CostAmount } from '@lakefront/react'
import type { NumberFormats } from './number.ts'

/** Below this only the order of magnitude matters. */
const leastCostUsd = 0.0001

/** Money in US dollars; below a cent with two digits that say something, since `$0.00` would say that it was free. */
export function formatCost(numberFormat: NumberFormats, costUsd: number): string {
  if (costUsd > 0 && costUsd < leastCostUsd) return `<${numberFormat(costOptions(leastCostUsd)).format(leastCostUsd)}`
  return numberFormat(costOptions(costUsd)).format(costUsd)
}

/** An estimate as a range, or as one amount when both ends read the same. `undefined` when it is unknown. */
export function formatEstimate(
  numberFormat: NumberFormats,
  { low, expected, high }: Cost['estimate'],
): string | undefined {
  const from = low.costUsd ?? expected.costUsd
  const to = high.costUsd ?? expected.costUsd
  if (from === null || to === null) return undefined
  const [least, most] = [formatCost(numberFormat, from), formatCost(numberFormat, to)]
  return least === most || to < leastCostUsd ? most : `${least}–${most}`
}

/** Bytes of the actual run, else of the estimate, else `null`: unknown is not zero. */
export function knownBytes({ actual, estimate }: Cost): CostAmount['bytesScanned'] {
  return actual ? actual.bytesScanned : estimate.expected.bytesScanned
}

function costOptions(costUsd: number): Intl.NumberFormatOptions {
  const base = { style: 'currency', currency: 'USD' } as const
  return costUsd > 0 && costUsd < 0.01 ? { ...base, maximumSignificantDigits: 2 } : base
}
