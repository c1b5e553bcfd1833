import type { Cell, Column } from '@lakefront/contract'

/** How a column's values lie in an Arrow record batch. A closed set, so that every reader of ours knows them all. */
export type ArrowType =
  | { kind: 'int32' | 'int64' | 'float64' | 'boolean' | 'text' | 'binary' | 'date' }
  /** Counted in microseconds, unless something in the column is finer. `timestamptz` is a moment, `timestamp` a clock's. */
  | { kind: 'timestamp' | 'timestamptz'; isNanoseconds?: boolean }
  /** 128 bits, scaled by a power of ten. */
  | { kind: 'decimal'; precision: number; scale: number }

/**
 * Rows on their way through the gateway: one Arrow IPC record batch, encoded once at the source and passed on unchanged.
 * Cells are decoded only when somebody looks.
 */
export type RowBatch = {
  rowCount: number
  /** How the columns lie in `bytes`; the same for every batch of a stream. */
  types: readonly ArrowType[]
  /** The encapsulated IPC record batch message, ready to be written to a stream. */
  bytes: Uint8Array
  /** Cells as the contract writes them in JSON. */
  rows(start?: number, end?: number): Cell[][]
}

/** Schema of a rowset: our columns, and the encapsulated IPC schema message that starts a stream. */
export type RowSchema = { columns: readonly Column[]; types: readonly ArrowType[]; bytes: Uint8Array }

/** How many times as large as its first batch a stream's further ones are: 2,048 rows of DuckDB's, then 32,768. */
export const batchGrowth = 16
