import type { CatalogTable, ChartSpec, Column } from '@lakefront/contract'
import type { RowBatch } from '../arrow/port.ts'

/** SQL dialects that statements are compiled for; names as in `@polyglot-sql/sdk`. */
export type Dialect = 'duckdb' | 'postgresql' | 'sqlite' | 'databricks' | 'snowflake' | 'bigquery' | 'trino'

export type SourceStats = {
  /** Bytes that the source says it read; `null` when it does not say. Final only once the batches have ended. */
  bytesScanned: number | null
  durationMs: number
}

/** How far a statement has come before its first rows, as its source tells it. What it does not tell is left out. */
export type SourceProgress = {
  /** `waking`: the warehouse starts first; `queued`: it is busy with others. */
  state: 'waking' | 'queued' | 'running'
  /** Share of the work that is done, from 0 to 1. */
  fraction?: number
  /** The source's own words. */
  message?: string
}

export type QueryOptions = {
  /** Aborting it interrupts the statement at the source. */
  signal: AbortSignal
  maxRows?: number | undefined
  /** Told while the statement runs, by sources that say how far it has come. */
  onProgress?: ((progress: SourceProgress) => void) | undefined
  /** Answer once the columns are known, where the source knows them before it runs the statement. */
  columnsFirst?: boolean | undefined
}

/** An open result. Nothing is read ahead of the reader beyond one batch; leaving the loop early stops the source. */
export type SourceResult = {
  columns: readonly Column[]
  batches: AsyncIterable<RowBatch>
  /** Whether the source itself cut the result. Final only once the batches have ended. */
  truncated(): boolean
  stats(): SourceStats
  /** How the source would draw the rows, in the names of its columns. */
  chart?: ChartSpec | undefined
}

export type SourceEstimate = {
  rows: number | null
  bytesScanned: { low: number; expected: number; high: number } | null
  confidence: 'exact' | 'upper-bound' | 'heuristic' | 'none'
  basis: string
}

/** One place where data lies. Adapters throw `GatewayError`s only (see errors.ts) and are safe to use concurrently. */
export type Source = {
  /** Id from the configuration. */
  id: string
  /** What people call it, such as `Lakehouse`. */
  title: string
  dialect: Dialect
  /** Tables and columns as they are now. */
  describe(options: { signal: AbortSignal }): Promise<readonly CatalogTable[]>
  /** Runs one read-only statement. */
  query(sql: string, options: QueryOptions): Promise<SourceResult>
  /** What `query` would read. Never runs the statement. */
  estimate(sql: string, options: { signal: AbortSignal }): Promise<SourceEstimate>
  close(): Promise<void>
}
