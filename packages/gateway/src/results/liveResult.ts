import type { Cell, ChartSpec, Column, CostAmount } from '@lakefront/contract'
import { type ArrowType, batchGrowth, type RowBatch } from '../arrow/port.ts'
import { type GatewayError, toGatewayError } from '../errors.ts'
import { createBatchWindow } from './batchWindow.ts'
import { rowsLetGo } from './errors.ts'
import type { RowStream } from './port.ts'

/** Batches read ahead of whoever reads furthest, so that reading and sending overlap. */
const batchesAhead = 2
/** Batches that a reader has taken and that are not sent yet: one is being written, the next waits for the socket. */
const batchesInHand = 2

/** Somebody who reads the batches in their order. What every reader has had may be let go. */
export type BatchReader = {
  /** The next batch; nothing at the end. Throws `expired-handle` when it is not here any more. */
  next(): Promise<RowBatch | undefined>
  close(): void
}

/** The rows of one result, as far as they have been read. Pulls from its source only as far as somebody reads. */
export type LiveResult = {
  columns: readonly Column[]
  chart: ChartSpec | undefined
  readonly rowCount: number
  readonly bytes: number
  /** Bytes of the batch that came last, as a guess at the next. */
  readonly lastBatchBytes: number
  /** The source has ended, or was ended: nothing more will come. */
  isComplete: boolean
  isTruncated: boolean
  /** What the answer has cost; only once every row was read. */
  cost: CostAmount | undefined
  error: GatewayError | undefined
  /** How the columns lie in the batches; known with the first one. */
  types(): Promise<readonly ArrowType[] | undefined>
  openReader(fromBatch: number): BatchReader
  /** Waits until so many rows are there, or nothing more will come. Throws `expired-handle` like a reader. */
  rows(offset: number, limit: number): Promise<Cell[][]>
  /** Reads a little further than anybody has asked for. */
  readAhead(): void
  /** Frees so many bytes, of what every reader has had. Answers how many were freed. */
  letGo(bytes: number): number
  /** Ends it as it is, and stops the source. */
  cut(error: GatewayError): void
  /** Forgets the rows. */
  clear(): void
}

export type LiveResultOptions = {
  abort: AbortController
  /** Frees memory for a further batch. Answers whether there is any. */
  makeRoom(): boolean
  /** Told all its bytes in memory whenever they change: of its rows, and of those that pass. */
  count(bytes: number): void
}

/** The next batch that somebody needs. */
type Position = { index: number }

/** Takes a stream over. Reads nothing until it is asked to. */
export function createLiveResult(stream: RowStream, { abort, makeRoom, count }: LiveResultOptions): LiveResult {
  const source = stream.batches[Symbol.asyncIterator]()
  const held = createBatchWindow()
  const readers = new Set<Position>()
  const pages = new Set<Position>()
  let leftAt = 0
  let types: readonly ArrowType[] | undefined
  let lastBatchBytes = 0
  let wanted = 0
  let isReading = false
  let progress = Promise.withResolvers<void>()

  /** Index of the first batch that somebody has not had. */
  function neededFrom(): number {
    const indexes = [...readers, ...pages].map(({ index }) => index)
    return indexes.length === 0 ? leftAt : Math.min(...indexes)
  }

  /** Somebody can get no further without another batch, and every reader has had those that there are. */
  function isAwaited(): boolean {
    return readers.size + pages.size > 0 && [...readers].every(({ index }) => index >= held.batchCount)
  }

  /** Bytes of the batch that is being read, and of those that were let go but not sent yet. */
  function passingBytes(): number {
    const comingBytes = isReading ? lastBatchBytes * (held.batchCount === 1 ? batchGrowth : 1) : 0
    const lentFrom = (index: number) => Math.max(0, index - batchesInHand)
    const lent = [...readers].map(({ index }) => Math.max(0, Math.min(index, held.firstBatch) - lentFrom(index)))
    return comingBytes + lent.reduce((sum, count) => sum + count, 0) * lastBatchBytes
  }

  const recount = () => count(held.bytes + passingBytes())

  /** One reading at a time, whoever asks; a further wish only moves its goal. */
  async function read(): Promise<void> {
    if (isReading) return
    isReading = true
    recount()
    while (!result.isComplete && held.batchCount < wanted) {
      // Who waits gets the next batch in any case: if results waited for each other's room, all could wait forever.
      if (!makeRoom() && !isAwaited()) break
      await readOne()
      progress.resolve()
      progress = Promise.withResolvers()
    }
    isReading = false
    recount()
  }

  async function readOne(): Promise<void> {
    try {
      const { value, done } = await source.next()
      if (result.isComplete) return
      if (!done) return keep(value)
      result.cost = stream.cost?.() ?? undefined
      end({ isTruncated: stream.truncated() })
    } catch (error) {
      result.cut(toGatewayError(error))
    }
  }

  function keep(batch: RowBatch): void {
    types ??= batch.types
    lastBatchBytes = batch.bytes.length
    held.add(batch)
    recount()
  }

  function want(batchCount: number): void {
    wanted = Math.max(wanted, batchCount)
    void read()
  }

  function end({ isTruncated }: { isTruncated: boolean }): void {
    result.isComplete = true
    result.isTruncated ||= isTruncated
  }

  async function batchAt(index: number): Promise<RowBatch | undefined> {
    want(index + 1 + batchesAhead)
    while (!result.isComplete && held.batchCount <= index) await progress.promise
    if (index < held.firstBatch) throw rowsLetGo()
    return held.at(index)
  }

  function enter(those: Set<Position>, index: number) {
    const position = { index }
    those.add(position)
    const leave = () => {
      those.delete(position)
      leftAt = position.index
      recount()
    }
    return { position, leave }
  }

  const result: LiveResult = {
    columns: stream.columns,
    chart: stream.chart,
    get rowCount() {
      return held.rowCount
    },
    get bytes() {
      return held.bytes
    },
    get lastBatchBytes() {
      return lastBatchBytes
    },
    isComplete: false,
    isTruncated: false,
    cost: undefined,
    error: undefined,
    async types() {
      if (!types) want(1)
      while (!types && !result.isComplete) await progress.promise
      return types
    },
    openReader(fromBatch) {
      if (fromBatch < held.firstBatch) throw rowsLetGo()
      const { position, leave } = enter(readers, fromBatch)
      return {
        async next() {
          const batch = await batchAt(position.index)
          if (!batch) return undefined
          position.index++
          recount()
          return batch
        },
        close: leave,
      }
    },
    async rows(offset, limit) {
      const { position, leave } = enter(pages, held.batchOf(offset))
      while (!result.isComplete && held.rowCount < offset + limit) {
        want(held.batchCount + 1)
        await progress.promise
        position.index = held.batchOf(offset)
      }
      leave()
      const rows = held.rows(offset, limit)
      if (!rows) throw rowsLetGo()
      return rows
    },
    readAhead: () => want(held.batchCount + batchesAhead),
    letGo(bytes) {
      const freed = held.letGo(bytes, neededFrom())
      recount()
      return freed
    },
    cut(error) {
      if (result.isComplete) return
      end({ isTruncated: false })
      result.error = error
      progress.resolve()
      abort.abort()
      void Promise.resolve(source.return?.()).catch(() => undefined)
    },
    clear() {
      held.clear()
      recount()
    },
  }
  return result
}
