import type { Comparison } from './compare.ts'
import type { Sample } from './measure.ts'

export type SuiteOptions = {
  repeats: number
  /** The demo's data, where a suite asks the demo's questions. */
  data: string | undefined
  scale: number | undefined
}

/** What one suite has measured. */
export type Measured = {
  samples: readonly Sample[]
  comparisons: readonly Comparison[]
  /** What is no time, a line each. */
  notes?: readonly string[]
}

export type Suite = (options: SuiteOptions) => Promise<Measured>
