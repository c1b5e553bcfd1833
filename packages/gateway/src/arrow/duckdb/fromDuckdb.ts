import { type DuckDBDataChunk, type DuckDBResult, type DuckDBType, ResultReturnType } from '@duckdb/node-api'
import type { Column } from '@lakefront/contract'
import { createBatch } from '../batch.ts'
import { encodeBatchMessage } from '../batchMessage.ts'
import { type ArrowType, batchGrowth, type RowBatch } from '../port.ts'
import { duckdbColumnWriter } from './columns.ts'
import { columnOfDuckdb } from './types.ts'

export type DuckdbRows = {
  columns: readonly Column[]
  types: readonly ArrowType[]
  /** A small first batch, so that something can be shown at once, then larger ones. */
  batches: AsyncGenerator<RowBatch, void, void>
}

/** Encodes what DuckDB streams. Nothing is fetched before the reader asks for it. */
export function rowsOfDuckdb(result: DuckDBResult): DuckdbRows {
  const duckdbTypes = result.columnTypes()
  const described = result.deduplicatedColumnNames().map((name, index) => columnOfDuckdb(name, duckdbTypes[index]!))
  const types = described.map(({ arrow }) => arrow)
  return { columns: described.map(({ column }) => column), types, batches: encodeChunks(result, duckdbTypes, types) }
}

async function* encodeChunks(
  result: DuckDBResult,
  duckdbTypes: readonly DuckDBType[],
  types: readonly ArrowType[],
): AsyncGenerator<RowBatch, void, void> {
  for (let wanted = 1; ; wanted = batchGrowth) {
    const chunks = await fetchChunks(result, wanted)
    // Rows that came before a failure are not shown: they would look like all of them.
    if (chunks.length < wanted) throwIfFailed(result)
    if (chunks.length > 0) yield encodeBatch(chunks, duckdbTypes, types)
    if (chunks.length < wanted) return
  }
}

/**
 * node-api hands over a statement that fails half way as if its rows had ended, and drops the reason. All that is left of
 * it is that the result no longer says what it returns.
 */
function throwIfFailed(result: DuckDBResult): void {
  if (result.returnType === ResultReturnType.INVALID) throw new Error('The statement failed while its rows were read.')
}

async function fetchChunks(result: DuckDBResult, wanted: number): Promise<DuckDBDataChunk[]> {
  const chunks: DuckDBDataChunk[] = []
  while (chunks.length < wanted) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) break
    chunks.push(chunk)
  }
  return chunks
}

function encodeBatch(
  chunks: readonly DuckDBDataChunk[],
  duckdbTypes: readonly DuckDBType[],
  types: readonly ArrowType[],
): RowBatch {
  const rowCount = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0)
  const writers = types.map((arrow, index) => duckdbColumnWriter(chunks, index, duckdbTypes[index]!, arrow))
  return createBatch(encodeBatchMessage(rowCount, writers), rowCount, types)
}
