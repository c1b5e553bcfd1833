import type { Cost, CostAmount } from '@lakefront/contract'
import type { PriceConfig } from '../../config/types.ts'
import type { Source, SourceEstimate } from '../../sources/port.ts'
import { addAmounts, priceBytes } from './prices.ts'

/** A statement to be estimated, as it would be sent to its source. */
export type EstimatedStatement = { source: Source; sql: string }

export type EstimateOptions = {
  prices: PriceConfig | undefined
  signal: AbortSignal
  /** Milliseconds after which a source that has not answered counts as unknown. Default 1,500. */
  timeoutMs?: number | undefined
}

const notKnown: SourceEstimate = { rows: null, bytesScanned: null, confidence: 'none', basis: 'not known' }

/** What the statements would read together, asked of all sources at once. Runs none of them, and never fails. */
export async function estimateSteps(
  statements: readonly EstimatedStatement[],
  { prices, signal, timeoutMs = 1_500 }: EstimateOptions,
): Promise<Cost['estimate']> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  const estimates = await Promise.all(
    statements.map(async ({ source, sql }) => ({
      source,
      estimate: await orWhenAborted(source.estimate(sql, { signal: within }), within).catch(() => notKnown),
    })),
  )
  signal.throwIfAborted()
  const amountAt = (bound: 'low' | 'expected' | 'high'): CostAmount =>
    addAmounts(
      estimates.map(({ source, estimate }) =>
        priceBytes({ source: source.id, bytesScanned: estimate.bytesScanned?.[bound] ?? null, prices }),
      ),
    )
  return {
    low: amountAt('low'),
    expected: amountAt('expected'),
    high: amountAt('high'),
    confidence: leastCertain(estimates.map(({ estimate }) => estimate.confidence)),
    basis: [...new Set(estimates.map(({ source, estimate }) => `${source.title}: ${estimate.basis}`))].join('; '),
  }
}

const certainties = ['none', 'heuristic', 'upper-bound', 'exact'] as const

function leastCertain(all: readonly SourceEstimate['confidence'][]): SourceEstimate['confidence'] {
  return certainties.find((certainty) => all.includes(certainty)) ?? 'none'
}

/** A source that does not heed the signal must not hold the answer up. */
function orWhenAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort, { once: true })
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', onAbort))
}
