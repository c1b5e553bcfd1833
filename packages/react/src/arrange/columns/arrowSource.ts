import { decodeBatch } from '@lakefront/client/decode'
import type { Column } from '@lakefront/contract'
import { type Table, tableFromIPC } from '@uwdata/flechette'
import { arrowColumn } from './arrowColumn.ts'
import { cellColumn } from './cellColumn.ts'
import type { RowSource } from './rowSource.ts'

type Batch = { start: number; end: number; messages: readonly Uint8Array[]; table: Table }

/** Reads record batches, as they came over the wire. More may follow at any time. */
export function arrowSource(columns: readonly Column[]) {
  const batches: Batch[] = []

  /** Finds the batch of a row; quick when rows are read in order. */
  function batchFinder(): (rowIndex: number) => Batch {
    let position = 0
    return (rowIndex) => {
      if (rowIndex < batches[position]!.start) position = 0
      while (rowIndex >= batches[position]!.end) position++
      return batches[position]!
    }
  }

  /** Reads by row what is found by batch, looked for once a batch. */
  function byBatch<value>(open: (batch: Batch) => (indexInBatch: number) => value): (rowIndex: number) => value {
    const find = batchFinder()
    let current: Batch | undefined
    let read: ((indexInBatch: number) => value) | undefined
    return (rowIndex) => {
      if (!current || !read || rowIndex < current.start || rowIndex >= current.end) {
        current = find(rowIndex)
        read = open(current)
      }
      return read(rowIndex - current.start)
    }
  }

  const source: RowSource = {
    columns,
    readers(columnIndex) {
      const column = columns[columnIndex]!
      const arrowType = batches[0]?.table.getChildAt(columnIndex).type
      const valueAt = byBatch<unknown>(({ table }) => {
        const values = table.getChildAt(columnIndex)
        return (index) => values.at(index)
      })
      const cellAt = byBatch(({ messages }) => {
        const { getCell } = decodeBatch(messages, columns, 0)
        return (index) => getCell(index, columnIndex)
      })
      return (arrowType && arrowColumn(column, arrowType, valueAt)) ?? cellColumn(column, cellAt)
    },
  }

  return {
    source,
    /** @param messages - The schema, every dictionary so far, and the batch. */
    push(messages: readonly Uint8Array[]) {
      const table = tableFromIPC([...messages], { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true })
      const start = batches.at(-1)?.end ?? 0
      if (table.numRows > 0) batches.push({ start, end: start + table.numRows, messages, table })
    },
  }
}
