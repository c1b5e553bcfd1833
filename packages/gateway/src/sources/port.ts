import type { CatalogTable, ChartSpec, Column } from '@lakefront/contract'
import type { RowBatch } from '../arrow/port.ts'

/** SQL dialects that statements are compiled for; names as in `@polyglot-sql/sdk`. */
export type Dialect = 'duckdb' | 'postgresql' | 'sqlite' | 'databricks' | 'snowflake' | 'bigquery' | 'trino'

export type SourceStats = {
  /** Bytes that the source says it read; `null` when it does not say. Final only once the batches have ended. */
  bytesScanned: number | null
  durationMs: number
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
  /**
   * Runs one read-only statement.
   *
   * @param options.signal - Aborting it interrupts the statement at the source.
   */
  query(sql: string, options: { signal: AbortSignal; maxRows?: number | undefined }): Promise<SourceResult>
  /** What `query` would read. Never runs the statement. */
  estimate(sql: string, options: { signal: AbortSignal }): Promise<SourceEstimate>
  close(): Promise<void>
}
