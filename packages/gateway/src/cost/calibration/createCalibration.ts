import type { SourceEstimate } from '../../sources/port.ts'

/** Ratios kept of one shape of statement: the newest count. */
const mostRatios = 20
/** Shapes kept; the ones that were not used for longest go first. */
const mostShapes = 5_000
/** Fewer runs than this say nothing yet. */
const leastRuns = 3

/** How far estimates were off: actual ÷ expected bytes, over the runs that are kept. `null` when there are none. */
export type EstimateError = { runs: number; medianRatio: number | null; p90Ratio: number | null }

/** Learns from what statements really read. Holds ratios and digests of statements, never values. */
export type Calibration = {
  /** Tells what a statement of this shape was expected to read before correction, and what it read. */
  record(shape: string, bytes: { expected: number; actual: number }): void
  /** An estimate as earlier runs of the same shape teach it. An upper bound stays one. */
  correct(shape: string, estimate: SourceEstimate): SourceEstimate
  error(): EstimateError
}

/** Makes an empty calibration, which corrects nothing. */
export function createCalibration(): Calibration {
  const ratiosByShape = new Map<string, number[]>()

  return {
    record(shape, { expected, actual }) {
      if (expected <= 0) return
      const ratios = [...(ratiosByShape.get(shape) ?? []), actual / expected].slice(-mostRatios)
      ratiosByShape.delete(shape)
      ratiosByShape.set(shape, ratios)
      if (ratiosByShape.size > mostShapes) ratiosByShape.delete(ratiosByShape.keys().next().value!)
    },
    correct(shape, estimate) {
      const ratios = ratiosByShape.get(shape) ?? []
      return ratios.length < leastRuns ? estimate : corrected(estimate, ratios)
    },
    error() {
      const ratios = [...ratiosByShape.values()].flat()
      return { runs: ratios.length, medianRatio: quantile(ratios, 0.5), p90Ratio: quantile(ratios, 0.9) }
    },
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

/** The nearest value below which a share of the others lies; `null` of nothing. */
function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}
