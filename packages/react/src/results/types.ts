import type { AnyLakefrontError, DecodedBatch } from '@lakefront/client'
import type { Cell, Column, CostAmount } from '@lakefront/contract'

/**
 * `idle`: no result. `complete`: every row that there will be has arrived. `cut`: reading was stopped, or the connection
 * broke and could not be taken up again; what is here is true but not all. `expired`: the handle is gone, the rows that
 * had arrived remain.
 */
export type ResultRowsStatus = 'idle' | 'streaming' | 'complete' | 'cut' | 'expired' | 'failed'

/** Rows of one result, read by index. */
export type ResultRows = {
  columns: readonly Column[]
  /** Rows that have arrived. The page need not hold them all: see `held`. */
  rowCount: number
  /** Rows of the whole result; `null` while that is not known. */
  totalRowCount: number | null
  status: ResultRowsStatus
  /** The connection was lost and is being taken up again. What is here is true. */
  reconnecting: boolean
  /** More rows exist at the source than will ever be delivered here. */
  truncated: boolean
  /** What the answer has cost, where that was known only with its last row. */
  cost?: CostAmount | undefined
  /** Bytes of rows that have arrived, as they were sent. */
  bytesReceived: number
  /** `window`: there were too many for the page, which has let go of rows that nobody looks at. */
  held: 'all' | 'window'
  /** Whether the page holds a row. One that it does not hold arrives some time after {@link ResultRows.look}. */
  isHeld(rowIndex: number): boolean
  /**
   * Says which rows people look at, the last one not among them. Those that the page has let go of are read again from
   * the live result. Call it in an effect, whenever what is in sight changes.
   */
  look(firstRow: number, endRow: number): void
  /** A cell as the contract writes it in JSON; `null` outside the rows that the page holds. */
  getCell(rowIndex: number, columnIndex: number): Cell
  /** Batches that have arrived. None when the first page was the whole result: its rows are read by `getCell`. */
  batchCount: number
  /** A batch that the page holds, for whoever works on columns. */
  batchAt(index: number): DecodedBatch | undefined
  /** Why there are no more rows, or why rows that are looked at could not be read again. */
  error?: AnyLakefrontError | undefined
  /** Stops reading, and the source with it. What has arrived stays. */
  stop(): void
  /** Reads on from where the connection was given up. Nothing is run for it. */
  resume(): void
  /** Goes up by at least one whenever something changed, at most once a frame. */
  version: number
}
