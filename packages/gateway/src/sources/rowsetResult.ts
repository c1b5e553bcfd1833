import { batchesOfRows } from '../arrow/fromRows.ts'
import { limitRows } from './limitRows.ts'
import type { SourceResult } from './port.ts'
import { type Rowset, typedColumns } from './rowset.ts'

/** Serves a rowset that arrived whole as an open result. */
export function rowsetResult(
  rowset: Rowset,
  options: { maxRows?: number | undefined; durationMs: number },
): SourceResult {
  const { maxRows = Number.POSITIVE_INFINITY, durationMs } = options
  const { columns, types } = typedColumns(rowset)
  let isCut = rowset.truncated
  const onCut = () => {
    isCut = true
  }
  return {
    columns,
    batches: limitRows(batchesOfRows(columns, rowset.rows, types), { columns, maxRows, onCut }),
    truncated: () => isCut,
    chart: rowset.chart,
    stats: () => ({ bytesScanned: rowset.bytesScanned ?? null, durationMs }),
  }
}
