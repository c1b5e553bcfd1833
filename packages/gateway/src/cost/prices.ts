import type { CostAmount } from '@lakefront/contract'
import type { PriceConfig, WarehousePrice } from '../config/types.ts'

const bytesPerTebibyte = 1024 ** 4
const millisecondsPerHour = 3_600_000

/** What a statement used of a source, or is expected to. `null` is not known. */
export type Use = { source: string; bytesScanned: number | null; durationMs: number | null }

/** An amount, and whether its source costs nothing whatever it reads. */
export type PricedAmount = CostAmount & { isFree: boolean }

/** Whether a source costs nothing, whatever it reads. One without a price may cost something. */
export function isFree(source: string, prices: PriceConfig | undefined): boolean {
  return prices?.usdPerTebibyteScanned?.[source] === 0 || prices?.warehouses?.[source]?.usdPerUnit === 0
}

/** What a use costs by the price table. Without a price, or without what it is billed by, that is unknown, not zero. */
export function priceUse(use: Use, prices: PriceConfig | undefined): PricedAmount {
  const { source, bytesScanned } = use
  if (isFree(source, prices)) return { bytesScanned, costUsd: 0, isFree: true }
  const warehouse = prices?.warehouses?.[source]
  const costUsd = warehouse ? byTime(use, warehouse) : byBytes(use, prices?.usdPerTebibyteScanned?.[source])
  return { bytesScanned, costUsd, isFree: false }
}

function byBytes({ bytesScanned }: Use, usdPerTebibyte: number | undefined): number | null {
  if (usdPerTebibyte === undefined || bytesScanned === null) return null
  return (bytesScanned / bytesPerTebibyte) * usdPerTebibyte
}

/** Whether the warehouse was running already is not known, so the least that a start bills always counts. */
function byTime({ durationMs }: Use, { unitsPerHour, usdPerUnit, leastBilledMs = 0 }: WarehousePrice): number | null {
  if (durationMs === null) return null
  return (Math.max(durationMs, leastBilledMs) / millisecondsPerHour) * unitsPerHour * usdPerUnit
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
