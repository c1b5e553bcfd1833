import type { Column } from '@lakefront/contract'
import { encodeRows } from '../arrow/fromRows.ts'
import type { RowBatch } from '../arrow/port.ts'

/** Passes batches on until `maxRows`; the batch that goes over is cut, and `onCut` told. Stops the source then. */
export async function* limitRows(
  batches: AsyncIterable<RowBatch>,
  { columns, maxRows, onCut }: { columns: readonly Column[]; maxRows: number; onCut(): void },
): AsyncGenerator<RowBatch, void, void> {
  let left = maxRows
  for await (const batch of batches) {
    if (batch.rowCount > left) {
      onCut()
      if (left > 0) yield encodeRows(columns, batch.rows(0, left), batch.types)
      return
    }
    left -= batch.rowCount
    yield batch
  }
}
