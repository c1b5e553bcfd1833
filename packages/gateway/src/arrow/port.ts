import type { Cell, Column } from '@lakefront/contract'

/**
 * Rows on their way through the gateway: one Arrow IPC record batch, encoded once at the source and passed on unchanged.
 * Cells are decoded only when somebody looks.
 */
export type RowBatch = {
  rowCount: number
  /** The encapsulated IPC record batch message, ready to be written to a stream. */
  bytes: Uint8Array
  /** Cells as the contract writes them in JSON. */
  rows(start?: number, end?: number): Cell[][]
}

/** Schema of a rowset: our columns, and the encapsulated IPC schema message that starts a stream. */
export type RowSchema = { columns: readonly Column[]; bytes: Uint8Array }
