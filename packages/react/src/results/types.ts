import type { AnyLakefrontError, DecodedBatch } from '@lakefront/client'
import type { Cell, Column } from '@lakefront/contract'

/**
 * `idle`: no result. `complete`: every row that there will be is here. `cut`: the connection broke and could not be
 * resumed, or too many rows for memory arrived; what is here is true but not all. `expired`: the handle is gone, the
 * rows that had arrived remain.
 */
export type ResultRowsStatus = 'idle' | 'streaming' | 'complete' | 'cut' | 'expired' | 'failed'

/** Rows of one result, read by index. */
export type ResultRows = {
  columns: readonly Column[]
  /** Rows that can be read now. */
  rowCount: number
  /** Rows of the whole result; `null` while that is not known. */
  totalRowCount: number | null
  status: ResultRowsStatus
  /** More rows exist at the source than will ever be delivered here. */
  truncated: boolean
  /** What came as a stream, from the first row on: the bytes that a worker sorts by. A page alone has none. */
  batches?: readonly DecodedBatch[]
  /** A cell as the contract writes it in JSON; `null` outside the rows that are here. One function for one result. */
  getCell(rowIndex: number, columnIndex: number): Cell
  error?: AnyLakefrontError | undefined
  /** Stops reading; the source is stopped too. What has arrived stays. */
  stop(): void
  /** Goes up by at least one whenever something changed, at most once a frame. */
  version: number
}
