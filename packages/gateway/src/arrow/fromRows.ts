import type { Column } from '@lakefront/contract'
import { createBatch } from './batch.ts'
import { encodeBatchMessage } from './batchMessage.ts'
import type { ArrowType, RowBatch } from './port.ts'
import { rowColumnWriter } from './rowColumns.ts'
import { arrowTypeOf } from './types.ts'

/** Encodes rows of JSON-like values by the columns' types. Values that do not fit their type throw a `TypeError`. */
export function encodeRows(
  columns: readonly Column[],
  rows: readonly (readonly unknown[])[],
  types: readonly ArrowType[] = columns.map(arrowTypeOf),
): RowBatch {
  const writers = types.map((type, index) => {
    const values = rows.map((row) => row[index] ?? null)
    return rowColumnWriter(type, values, columns[index]!.name)
  })
  return createBatch(encodeBatchMessage(rows.length, writers), rows.length, types)
}

const firstBatchRows = 2_048
const batchRows = 16_384

/** Encodes rows that are already in memory, a small batch first. */
export async function* batchesOfRows(
  columns: readonly Column[],
  rows: readonly (readonly unknown[])[],
  types: readonly ArrowType[] = columns.map(arrowTypeOf),
): AsyncGenerator<RowBatch, void, void> {
  let at = 0
  while (at < rows.length) {
    const end = at + (at === 0 ? firstBatchRows : batchRows)
    yield encodeRows(columns, rows.slice(at, end), types)
    at = end
  }
}
