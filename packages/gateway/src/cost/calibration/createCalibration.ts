import type { SourceEstimate } from '../../sources/port.ts'
import { quantile } from './quantile.ts'
import type { EstimateError, Ratios } from './ratios.ts'

/** Fewer runs than this say nothing yet. */
const leastRuns = 3

/** Learns from what statements really read. */
export type Calibration = {
  /** Tells what a statement of this shape was expected to read before correction, and what it read. */
  record(shape: string, bytes: { expected: number; actual: number }): void
  /** An estimate as earlier runs of the same shape teach it. An upper bound stays one. */
  correct(shape: string, estimate: SourceEstimate): Promise<SourceEstimate>
  error(): Promise<EstimateError>
  /** Waits until what was learnt is kept. */
  close(): Promise<void>
}

/** Makes a calibration over the ratios that are known. When they cannot be read now, nothing is corrected. */
export function createCalibration(ratios: Ratios): Calibration {
  return {
    record(shape, { expected, actual }) {
      if (expected > 0) ratios.add(shape, actual / expected)
    },
    async correct(shape, estimate) {
      const known = await ratios.read(shape).catch(() => [])
      return known.length < leastRuns ? estimate : corrected(estimate, known)
    },
    error: () => ratios.error().catch(() => ({ runs: 0, medianRatio: null, p90Ratio: null })),
    close: ratios.close,
  }
}

function corrected(estimate: SourceEstimate, ratios: readonly number[]): SourceEstimate {
  const { bytesScanned, confidence, basis } = estimate
  if (!bytesScanned || confidence === 'exact') return estimate
  const raw = bytesScanned.expected
  const isBound = confidence === 'upper-bound'
  const high = isBound ? bytesScanned.high : raw * Math.max(...ratios)
  const expected = Math.min(raw * quantile(ratios, 0.5)!, high)
  return {
    ...estimate,
    bytesScanned: { low: Math.min(raw * Math.min(...ratios), expected), expected, high },
    basis: `${basis}, corrected by ${ratios.length} earlier runs`,
  }
}
