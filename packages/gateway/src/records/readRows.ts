import type { Column, Row } from '@lakefront/contract'
import type { Source } from '../sources/port.ts'

export type RowsRead = { columns: readonly Column[]; rows: Row[]; truncated: boolean; asOf: string; durationMs: number }

/** Runs a statement with few rows and reads all of them. */
export async function readRows(
  source: Source,
  sql: string,
  { signal, limit }: { signal: AbortSignal; limit: number },
): Promise<RowsRead> {
  const startedAt = performance.now()
  const asOf = new Date().toISOString()
  const result = await source.query(sql, { signal, maxRows: limit + 1 })
  const rows: Row[] = []
  for await (const batch of result.batches) rows.push(...batch.rows())
  const truncated = rows.length > limit || result.truncated()
  return {
    columns: result.columns,
    rows: rows.slice(0, limit),
    truncated,
    asOf,
    durationMs: performance.now() - startedAt,
  }
}
