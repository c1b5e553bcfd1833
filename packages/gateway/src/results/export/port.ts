import type { Column } from '@lakefront/contract'
import type { ArrowType, RowBatch } from '../../arrow/port.ts'

/** Rows on their way into a file. */
export type ExportRows = {
  columns: readonly Column[]
  types: readonly ArrowType[]
  /** The schema message that the batches belong to. */
  schema: Uint8Array
  /** Throws when not every row came. */
  batches: AsyncIterable<RowBatch>
}

/** Writes rows as a file, in pieces. Holds no more than a few batches. */
export type WriteFile = (rows: ExportRows) => AsyncGenerator<Uint8Array, void, void>
