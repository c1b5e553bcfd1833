import type { Column } from '@lakefront/contract'
import { tableFromIPC } from '@uwdata/flechette'
import type { DecodedBatch } from '../types.ts'
import { cellReader } from './cellReader.ts'

/**
 * Decodes one record batch. The bytes are mapped, not converted: a cell costs something only when it is looked at.
 *
 * @param messages - The schema, every dictionary so far, and the batch.
 */
export function decodeBatch(messages: readonly Uint8Array[], columns: readonly Column[], index: number): DecodedBatch {
  const table = tableFromIPC([...messages], { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true })
  if (table.numCols !== columns.length) {
    throw new Error(`batch ${index} has ${table.numCols} columns, not ${columns.length}`)
  }
  const readers = columns.map((_column, columnIndex) => cellReader(table.getChildAt(columnIndex)))
  return {
    index,
    columns,
    rowCount: table.numRows,
    messages,
    getCell: (rowIndex, columnIndex) => readers[columnIndex]?.(rowIndex) ?? null,
  }
}
