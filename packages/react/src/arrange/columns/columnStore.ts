import type { Steps } from '../engine/steps.ts'
import type { ColumnReader } from './fillVector.ts'
import type { RowSource } from './rowSource.ts'
import type { Vector } from './vector.ts'

export type ColumnStore = ReturnType<typeof createColumnStore>

/** The columns of a result, each read when it is first needed and read on when more rows came. */
export function createColumnStore(source: RowSource) {
  const open = new Map<number, { reader: ColumnReader; others: (() => ColumnReader)[] }>()

  return {
    columns: source.columns,
    /** The values of a column for at least its first `rowCount` rows. */
    *read(columnIndex: number, rowCount: number): Steps<Vector> {
      let entry = open.get(columnIndex)
      if (!entry) {
        const [first, ...others] = source.readers(columnIndex)
        entry = { reader: first!(), others }
        open.set(columnIndex, entry)
      }
      while (!(yield* entry.reader.readTo(rowCount))) {
        const next = entry.others.shift()
        if (!next) throw new Error(`column ${columnIndex} can not be read`)
        entry.reader = next()
      }
      return entry.reader.vector
    },
  }
}
