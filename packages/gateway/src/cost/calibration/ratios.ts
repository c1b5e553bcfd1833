/** How far estimates were off: actual ÷ expected bytes, over the runs that are kept. `null` when there are none. */
export type EstimateError = { runs: number; medianRatio: number | null; p90Ratio: number | null }

/** Ratios kept of one shape of statement: the newest count. */
export const mostRatios = 20
/** Shapes kept; the ones that were not used for longest go first. */
export const mostShapes = 5_000

/** Keeps actual ÷ expected bytes by the shape of statements: digests and numbers, never values. */
export type Ratios = {
  /** Of the last runs of this shape, the newest last. */
  read(shape: string): Promise<readonly number[]>
  /** Nobody waits for it. */
  add(shape: string, ratio: number): void
  error(): Promise<EstimateError>
  close(): Promise<void>
}
