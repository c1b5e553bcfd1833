import type { CostAmount } from '@lakefront/contract'
import type { PriceConfig } from '../config/types.ts'

const bytesPerTebibyte = 1024 ** 4

/** An amount, and whether its source costs nothing whatever it reads. */
export type PricedAmount = CostAmount & { isFree: boolean }

/** Whether a source costs nothing, whatever it reads. One without a price may cost something. */
export function isFree(source: string, prices: PriceConfig | undefined): boolean {
  return prices?.usdPerTebibyteScanned[source] === 0
}

/** What reading so many bytes at a source costs. Without a price or without the bytes that is unknown, not zero. */
export function priceBytes({
  source,
  bytesScanned,
  prices,
}: {
  source: string
  bytesScanned: number | null
  prices: PriceConfig | undefined
}): PricedAmount {
  if (isFree(source, prices)) return { bytesScanned, costUsd: 0, isFree: true }
  const price = prices?.usdPerTebibyteScanned[source]
  const costUsd = price === undefined || bytesScanned === null ? null : (bytesScanned / bytesPerTebibyte) * price
  return { bytesScanned, costUsd, isFree: false }
}

/**
 * Adds amounts up. One unknown makes the sum unknown, except the bytes of a source that is free: they bill nobody, so
 * that a CRM which never counts bytes does not hide what the lakehouse read.
 */
export function addAmounts(amounts: readonly PricedAmount[]): CostAmount {
  const counted = amounts.filter(({ isFree, bytesScanned }) => !isFree || bytesScanned !== null)
  const isEverythingUncounted = counted.length === 0 && amounts.length > 0
  return {
    bytesScanned: isEverythingUncounted ? null : addKnown(counted.map(({ bytesScanned }) => bytesScanned)),
    costUsd: addKnown(amounts.map(({ costUsd }) => costUsd)),
  }
}

function addKnown(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}
