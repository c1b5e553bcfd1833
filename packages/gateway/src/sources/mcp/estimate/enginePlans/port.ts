import type { SourceEstimate } from '../../../port.ts'

/** How one engine is asked what a statement would read, without running it. */
export type EnginePlan = {
  /** The statement that asks. It runs through the source's own SQL tool and costs what the engine charges for planning. */
  explain(sql: string): string
  /** Reads the engine's reply; `undefined` when it says nothing of sizes. */
  read(reply: string): SourceEstimate | undefined
}

/** An upper bound on the bytes, such as sizes of whole tables: what is read in the end may be anything below. */
export function upperBound(bytes: number, { rows, basis }: { rows: number | null; basis: string }): SourceEstimate {
  return { rows, bytesScanned: { low: 0, expected: bytes, high: bytes }, confidence: 'upper-bound', basis }
}
