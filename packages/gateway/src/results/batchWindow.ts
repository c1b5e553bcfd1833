import type { Cell } from '@lakefront/contract'
import type { RowBatch } from '../arrow/port.ts'

/** Consecutive batches of a result, as they came. The oldest may have been let go. */
export type BatchWindow = {
  /** Index of the first batch that is still here. */
  readonly firstBatch: number
  /** Batches and rows that have come, here or not. */
  readonly batchCount: number
  readonly rowCount: number
  /** Bytes of the batches that are here. */
  readonly bytes: number
  add(batch: RowBatch): void
  /** Nothing when it has not come yet, or is not here any more. */
  at(index: number): RowBatch | undefined
  /** Index of the batch that holds a row; that of the next batch when the row has not come. */
  batchOf(row: number): number
  /** Cells of the rows that have come, or nothing when some of them are not here any more. */
  rows(offset: number, limit: number): Cell[][] | undefined
  /** Lets the oldest batches go, up to one that is still needed, until so many bytes are free. Answers how many are. */
  letGo(bytes: number, neededFrom: number): number
  clear(): void
}

export function createBatchWindow(): BatchWindow {
  let batches: { batch: RowBatch; firstRow: number }[] = []
  let firstBatch = 0
  let rowCount = 0
  let bytes = 0

  return {
    get firstBatch() {
      return firstBatch
    },
    get batchCount() {
      return firstBatch + batches.length
    },
    get rowCount() {
      return rowCount
    },
    get bytes() {
      return bytes
    },
    add(batch) {
      batches.push({ batch, firstRow: rowCount })
      rowCount += batch.rowCount
      bytes += batch.bytes.length
    },
    at: (index) => batches[index - firstBatch]?.batch,
    batchOf(row) {
      const found = batches.findIndex(({ batch, firstRow }) => row < firstRow + batch.rowCount)
      return firstBatch + (found < 0 ? batches.length : found)
    },
    rows(offset, limit) {
      const end = Math.min(offset + limit, rowCount)
      if (offset >= end) return []
      if (batches.length === 0 || offset < batches[0]!.firstRow) return undefined
      return batches.flatMap(({ batch, firstRow }) => {
        const [from, to] = [Math.max(0, offset - firstRow), Math.min(batch.rowCount, end - firstRow)]
        return from < to ? batch.rows(from, to) : []
      })
    },
    letGo(wanted, neededFrom) {
      let freed = 0
      while (freed < wanted && firstBatch < neededFrom && batches.length > 0) {
        freed += batches.shift()!.batch.bytes.length
        firstBatch++
      }
      bytes -= freed
      return freed
    },
    clear() {
      firstBatch += batches.length
      batches = []
      bytes = 0
    },
  }
}
