import type { Cost, CostAmount } from '@lakefront/contract'
import type { PriceConfig, WarehousePrice } from '../config/types.ts'
import { roundUpUsd, toMicroUsd, toUsd } from './money.ts'

const bytesPerTebibyte = 1024 ** 4
const millisecondsPerHour = 3_600_000

/** What a statement used of a source, or is expected to. `null` is not known. */
export type Use = { source: string; bytesScanned: number | null; durationMs: number | null }

/** An amount, and whether its bytes may be missing, since nobody is billed for them: those of a free source, or of tokens. */
export type PricedAmount = CostAmount & { mayLackBytes: boolean }

/** Whether a source costs nothing, whatever it reads. One without a price may cost something. */
export function isFree(source: string, prices: PriceConfig | undefined): boolean {
  return prices?.usdPerTebibyteScanned?.[source] === 0 || prices?.warehouses?.[source]?.usdPerUnit === 0
}

/**
 * What a use costs by the price table, rounded up to a millionth of a dollar as the ledger books it, so that whatever adds up
 * says the same as the ledger. Without a price, or without what it is billed by, that is unknown, not zero.
 */
export function priceUse(use: Use, prices: PriceConfig | undefined): PricedAmount {
  const { source, bytesScanned } = use
  if (isFree(source, prices)) return { bytesScanned, costUsd: 0, mayLackBytes: true }
  const warehouse = prices?.warehouses?.[source]
  const costUsd = warehouse ? byTime(use, warehouse) : byBytes(use, prices?.usdPerTebibyteScanned?.[source])
  return { bytesScanned, costUsd: costUsd === null ? null : roundUpUsd(costUsd), mayLackBytes: false }
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
 * Adds amounts up. One unknown makes the sum unknown, except bytes that bill nobody, so that a CRM which never counts
 * them does not hide what the lakehouse read.
 */
export function addAmounts(amounts: readonly PricedAmount[]): CostAmount {
  const counted = amounts.filter(({ mayLackBytes, bytesScanned }) => !mayLackBytes || bytesScanned !== null)
  const isEverythingUncounted = counted.length === 0 && amounts.length > 0
  return {
    bytesScanned: isEverythingUncounted ? null : addKnown(counted.map(({ bytesScanned }) => bytesScanned)),
    costUsd: addUsd(amounts.map(({ costUsd }) => costUsd)),
  }
}

/** The same estimate with what is spent already. */
export function addSpent(estimate: Cost['estimate'], spent: readonly PricedAmount[]): Cost['estimate'] {
  const plus = (amount: CostAmount) => addAmounts([{ ...amount, mayLackBytes: amount.costUsd === 0 }, ...spent])
  return { ...estimate, low: plus(estimate.low), expected: plus(estimate.expected), high: plus(estimate.high) }
}

function addKnown(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}

/** Exactly, which floating point would not be. */
function addUsd(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null)
  if (known.length < amounts.length) return null
  return toUsd(known.reduce((sum, amount) => sum + toMicroUsd(amount), 0n))
}
