import {
  type DuckDBDataChunk,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  type DuckDBType,
  ResultReturnType,
} from '@duckdb/node-api'
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
  return rowsOf(result.columnNames(), result.columnTypes(), async () => result)
}

/** The same, with its columns known before it runs: it starts when its first batch is asked for. */
export function rowsOfPrepared(prepared: DuckDBPreparedStatement): DuckdbRows {
  const indexes = Array.from({ length: prepared.columnCount }, (_, index) => index)
  const types = indexes.map((index) => prepared.columnType(index))
  const names = indexes.map((index) => prepared.columnName(index))
  return rowsOf(names, types, async () => {
    const result = await prepared.stream()
    if (String(result.columnTypes()) !== String(types))
      throw new Error('The columns have changed since they were told.')
    return result
  })
}

function rowsOf(
  names: readonly string[],
  duckdbTypes: readonly DuckDBType[],
  start: () => Promise<DuckDBResult>,
): DuckdbRows {
  const described = unlike(names).map((name, index) => columnOfDuckdb(name, duckdbTypes[index]!))
  const types = described.map(({ arrow }) => arrow)
  return { columns: described.map(({ column }) => column), types, batches: encodeChunks(start, duckdbTypes, types) }
}

/** Numbers names that were there before: `id`, `id:1`, `id:2`. */
function unlike(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return names.map((name) => {
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return count === 0 ? name : `${name}:${count}`
  })
}

async function* encodeChunks(
  start: () => Promise<DuckDBResult>,
  duckdbTypes: readonly DuckDBType[],
  types: readonly ArrowType[],
): AsyncGenerator<RowBatch, void, void> {
  const result = await start()
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
