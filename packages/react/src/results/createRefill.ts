import { type DecodedBatch, MalformedReplyError } from '@lakefront/client'
import type { BatchRange, BatchWindow } from './createBatchWindow.ts'

export type CreateRefillParameters = {
  batches: BatchWindow
  read(range: BatchRange): AsyncIterable<DecodedBatch>
  take(batch: DecodedBatch): void
  /** Told when everything that is looked at is there, or why it is not. */
  settle(fault?: unknown): void
}

/** Reads again what is looked at and was let go, a run of batches at a time. The newest look decides what comes next. */
export function createRefill({ batches, read, take, settle }: CreateRefillParameters): () => void {
  let isRunning = false

  async function readRange(range: BatchRange) {
    let isEmpty = true
    for await (const batch of read(range)) {
      take(batch)
      isEmpty = false
      if (!batches.isLookedAt(batch.index + 1)) return
    }
    // Asking for the same again would bring the same again.
    if (isEmpty) throw new MalformedReplyError({ from: 'a result', why: `batch ${range.fromBatch} is missing` })
  }

  async function run() {
    for (let range = batches.missing(); range; range = batches.missing()) await readRange(range)
  }

  return () => {
    if (isRunning || !batches.missing()) return
    isRunning = true
    run()
      .finally(() => {
        isRunning = false
      })
      .then(() => settle(), settle)
  }
}
