import type { Column } from '@lakefront/contract'

/** Where the keys of an earlier step go in a statement, as a comma-separated list of literals. Occurs at most once. */
export const keysPlaceholder = '{{keys}}'

/** One statement at one source. Pure data. */
export type PlanStep = {
  id: string
  source: string
  /** One short sentence for people: why this step runs. */
  purpose: string
  /** Compiled for the dialect of the source; holds {@link keysPlaceholder} when `semiJoin` is set. */
  sql: string
  /** Reduces this step by the distinct values of a column of an earlier step. No keys: the step is skipped, zero rows. */
  semiJoin?:
    | {
        step: string
        column: string
        /** The placeholder takes `(key, group)` pairs instead of keys: rows are grouped at the source by this column. */
        groupColumn?: string | undefined
      }
    | undefined
  /** What leaves the source, in order, with the names that `compose` uses. */
  columns: readonly Column[]
  /** An answer without this step's rows is still worth giving, as partial. */
  optional: boolean
}

export type LineageColumn = {
  column: string
  /** `source.table.column` of everything that went into it. */
  from: readonly string[]
  expression?: string | undefined
  definition?: string | undefined
  comment?: string | undefined
}

/** Everything that is decided before anything is read. The estimate and the run share it. */
export type QueryPlan = {
  title: string
  /** One sentence: how the answer is computed. */
  explanation: string
  steps: readonly PlanStep[]
  /**
   * DuckDB statement over tables named by step ids, run in the gateway's memory. Left out when one step is the answer.
   */
  compose?: { sql: string; purpose: string } | undefined
  /** The answer's columns, in order. */
  columns: readonly Column[]
  lineage: readonly LineageColumn[]
  /** Tables that each source is asked for, for the record and for the guard. */
  tables: Readonly<Record<string, readonly string[]>>
  warnings: readonly { code: string; message: string; source?: string | undefined }[]
}
