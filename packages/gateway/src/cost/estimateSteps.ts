import type { Cost } from '@lakefront/contract'
import type { PriceConfig } from '../config/types.ts'
import { orWhenAborted } from '../orWhenAborted.ts'
import type { Source, SourceEstimate } from '../sources/port.ts'
import { usualTimeoutMs } from './estimateTimeoutMs.ts'
import { addAmounts, isFree, type PricedAmount, priceUse } from './prices.ts'

/** A statement to be estimated, as it would be sent to its source. */
export type EstimatedStatement = { source: Source; sql: string }

export type EstimateOptions = {
  prices: PriceConfig | undefined
  signal: AbortSignal
  /** Milliseconds after which a source that has not answered counts as unknown. Default 1,500. */
  timeoutMs?: number | undefined
}

const usualBytesPerSecond = 100 * 1024 ** 2
const notKnown: SourceEstimate = { rows: null, bytesScanned: null, confidence: 'none', basis: 'not known' }

/**
 * What the statements would read together, asked of all sources at once. Runs none of them, and never fails. A source that
 * is free is not asked: its cost is known, and whoever asks would wait for nothing.
 */
export async function estimateSteps(
  statements: readonly EstimatedStatement[],
  options: EstimateOptions,
): Promise<Cost['estimate']> {
  return (await estimateRead(statements, options)).estimate
}

/** The same, and how many rows they would send together; `null` where a source cannot tell, or was not asked. */
export async function estimateRead(
  statements: readonly EstimatedStatement[],
  { prices, signal, timeoutMs = usualTimeoutMs }: EstimateOptions,
): Promise<{ estimate: Cost['estimate']; rows: number | null }> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  const estimates = await Promise.all(
    statements.map(async ({ source, sql }) => ({
      source,
      estimate: isFree(source.id, prices)
        ? notKnown
        : await orWhenAborted(source.estimate(sql, { signal: within }), within).catch(() => notKnown),
    })),
  )
  signal.throwIfAborted()
  const rows = estimates.map(({ estimate }) => estimate.rows)
  return { estimate: addEstimates(estimates, prices), rows: rows.reduce(addUnlessUnknown, 0) }
}

const addUnlessUnknown = (sum: number | null, rows: number | null) =>
  sum === null || rows === null ? null : sum + Math.ceil(rows)

function addEstimates(estimates: readonly Estimated[], prices: PriceConfig | undefined): Cost['estimate'] {
  const amountAt = (bound: Bound) => addAmounts(estimates.map((each) => amountOf(each, bound, prices)))
  // A source that is free and counts no bytes makes nothing less certain.
  const counted = estimates.filter(
    (each) => each.estimate.bytesScanned || !amountOf(each, 'expected', prices).mayLackBytes,
  )
  const range = { low: amountAt('low'), expected: amountAt('expected'), high: amountAt('high') }
  if (counted.length === 0 && estimates.length > 0) {
    return { ...range, confidence: 'exact', basis: 'none of the sources charges for reads' }
  }
  return {
    ...range,
    confidence: leastCertain(counted.map(({ estimate }) => estimate.confidence)),
    basis: [...new Set(counted.map(({ source, estimate }) => `${source.title}: ${estimate.basis}`))].join('; '),
  }
}

type Bound = 'low' | 'expected' | 'high'
type Estimated = { source: Source; estimate: SourceEstimate }

function amountOf({ source, estimate }: Estimated, bound: Bound, prices: PriceConfig | undefined): PricedAmount {
  const bytesScanned = estimate.bytesScanned?.[bound] ?? null
  return priceUse({ source: source.id, bytesScanned, durationMs: scanMs(source.id, bytesScanned, prices) }, prices)
}

/** How long a warehouse would scan so many bytes; `null` for a source that is not billed by time. */
function scanMs(source: string, bytesScanned: number | null, prices: PriceConfig | undefined): number | null {
  const warehouse = prices?.warehouses?.[source]
  if (!warehouse || bytesScanned === null) return null
  return (bytesScanned / (warehouse.bytesPerSecond ?? usualBytesPerSecond)) * 1_000
}

const certainties = ['none', 'heuristic', 'upper-bound', 'exact'] as const

/** The least certain of some; `none` where there are none. */
export function leastCertain(all: readonly SourceEstimate['confidence'][]): SourceEstimate['confidence'] {
  return certainties.find((certainty) => all.includes(certainty)) ?? 'none'
}
