import type { DecodedBatch } from '@lakefront/client'
import type { Cell } from '@lakefront/contract'
import { firstAbove } from './firstAbove.ts'

export type BatchRange = { fromBatch: number; toBatch: number }

/**
 * The batches of one result by row index. Over `maxBytes` it lets go of those farthest from where people look; which rows
 * a batch had is never forgotten.
 */
export function createBatchWindow(maxBytes: number) {
  const held = new Map<number, DecodedBatch>()
  /** Index of the first row after each batch. */
  const ends: number[] = []
  /** Batches that are looked at; these stay, however large. */
  let focus: BatchRange = { fromBatch: 0, toBatch: 1 }
  let heldBytes = 0

  function letGo() {
    while (heldBytes > maxBytes) {
      const farthest = farthestOf(held.keys(), focus)
      if (farthest === undefined) return
      heldBytes -= byteLengthOf(held.get(farthest)!)
      held.delete(farthest)
    }
  }

  return {
    get rowCount() {
      return ends.at(-1) ?? 0
    },
    get batchCount() {
      return ends.length
    },
    get isWhole() {
      return held.size === ends.length
    },
    /** Takes the next batch, or one that it had let go of. Returns the bytes that arrived. */
    add(batch: DecodedBatch): number {
      const { index, rowCount } = batch
      const start = ends[index - 1] ?? 0
      if (index > ends.length || (index < ends.length && ends[index] !== start + rowCount)) {
        throw new Error(`Lakefront: batch ${index} of ${rowCount} rows has no place among ${ends.length} others.`)
      }
      ends[index] = start + rowCount
      const byteLength = byteLengthOf(batch)
      if (!held.has(index)) heldBytes += byteLength
      held.set(index, batch)
      letGo()
      return byteLength
    },
    batchAt: (index: number) => held.get(index),
    isHeld: (rowIndex: number) => held.has(firstAbove(ends, rowIndex)),
    /** A cell; `undefined` of a row that is not held. */
    getCell(rowIndex: number, columnIndex: number): Cell | undefined {
      const index = firstAbove(ends, rowIndex)
      return held.get(index)?.getCell(rowIndex - (ends[index - 1] ?? 0), columnIndex)
    },
    /** People look at these rows now, the last one not among them. */
    look(firstRow: number, endRow: number) {
      focus = { fromBatch: firstAbove(ends, firstRow), toBatch: firstAbove(ends, Math.max(firstRow, endRow - 1)) + 1 }
    },
    isLookedAt: (index: number) => distanceFrom(focus, index) === 0,
    /** The first batches that are looked at and not held. */
    missing(): BatchRange | undefined {
      const last = Math.min(focus.toBatch, ends.length)
      let fromBatch = focus.fromBatch
      while (fromBatch < last && held.has(fromBatch)) fromBatch += 1
      if (fromBatch >= last) return undefined
      let toBatch = fromBatch + 1
      while (toBatch < last && !held.has(toBatch)) toBatch += 1
      return { fromBatch, toBatch }
    },
    clear() {
      held.clear()
      ends.length = 0
      focus = { fromBatch: 0, toBatch: 1 }
      heldBytes = 0
    },
  }
}

export type BatchWindow = ReturnType<typeof createBatchWindow>

/** What a batch keeps in memory: its own message. The schema and the dictionaries are shared by all. */
function byteLengthOf({ messages }: DecodedBatch): number {
  return messages.at(-1)?.byteLength ?? 0
}

function farthestOf(indexes: Iterable<number>, focus: BatchRange): number | undefined {
  let farthest: number | undefined
  let distance = 0
  for (const index of indexes) {
    const other = distanceFrom(focus, index)
    if (other <= distance) continue
    farthest = index
    distance = other
  }
  return farthest
}

function distanceFrom({ fromBatch, toBatch }: BatchRange, index: number): number {
  return Math.max(fromBatch - index, index - toBatch + 1, 0)
}
