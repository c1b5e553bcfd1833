import type { Cell, ChartSpec, Column } from '@lakefront/contract'
import type { RowBatch } from '../arrow/port.ts'
import { type GatewayError, toGatewayError } from '../errors.ts'
import type { RowStream } from './port.ts'

/** Batches read ahead of whoever reads furthest, so that reading and sending overlap. */
const batchesAhead = 2

/** The rows of one result, as far as they have been read. Pulls from its source only as far as somebody reads. */
export type LiveResult = {
  columns: readonly Column[]
  chart: ChartSpec | undefined
  batches(): readonly RowBatch[]
  rowCount: number
  bytes: number
  /** The source has ended, or was ended: nothing more will come. */
  isComplete: boolean
  isTruncated: boolean
  error: GatewayError | undefined
  /** Resolves once batch `index` is there, or nothing more will come. Starts reading the ones after it. */
  batchAt(index: number): Promise<RowBatch | undefined>
  /** Resolves once so many rows are there, or nothing more will come. */
  untilRows(count: number): Promise<void>
  rows(offset: number, limit: number): Cell[][]
  /** Ends it as it is, and stops the source. */
  cut(reason: { error: GatewayError } | { isTruncated: true }): void
  /** Forgets the rows. */
  clear(): void
}

export type LiveResultOptions = {
  abort: AbortController
  /** Asked before each further batch is kept; `false` cuts the result. */
  mayKeep(bytes: number): boolean
}

/** Takes a stream over. Reads nothing until it is asked to. */
export function createLiveResult(stream: RowStream, { abort, mayKeep }: LiveResultOptions): LiveResult {
  const source = stream.batches[Symbol.asyncIterator]()
  let batches: RowBatch[] = []
  let wanted = 0
  let isReading = false
  let progress = Promise.withResolvers<void>()

  /** One reading at a time, whoever asks; a further wish only moves its goal. */
  async function read(): Promise<void> {
    if (isReading) return
    isReading = true
    while (!result.isComplete && batches.length < wanted) {
      await readOne()
      progress.resolve()
      progress = Promise.withResolvers()
    }
    isReading = false
  }

  async function readOne(): Promise<void> {
    try {
      const { value, done } = await source.next()
      if (result.isComplete) return
      if (done) end(stream.truncated())
      else if (mayKeep(value.bytes.length)) keep(value)
      else result.cut({ isTruncated: true })
    } catch (error) {
      result.cut({ error: toGatewayError(error) })
    }
  }

  function want(count: number): void {
    wanted = Math.max(wanted, count)
    void read()
  }

  function keep(batch: RowBatch): void {
    batches.push(batch)
    result.rowCount += batch.rowCount
    result.bytes += batch.bytes.length
  }

  function end(isTruncated: boolean): void {
    result.isComplete = true
    result.isTruncated ||= isTruncated
  }

  const result: LiveResult = {
    columns: stream.columns,
    chart: stream.chart,
    batches: () => batches,
    rowCount: 0,
    bytes: 0,
    isComplete: false,
    isTruncated: false,
    error: undefined,
    async batchAt(index) {
      want(index + 1 + batchesAhead)
      while (!result.isComplete && batches.length <= index) await progress.promise
      return batches[index]
    },
    async untilRows(count) {
      while (!result.isComplete && result.rowCount < count) {
        want(batches.length + 1)
        await progress.promise
      }
    },
    rows: (offset, limit) => sliceRows(batches, offset, limit),
    cut(reason) {
      if (result.isComplete) return
      end('isTruncated' in reason)
      if ('error' in reason) result.error = reason.error
      progress.resolve()
      abort.abort()
      void Promise.resolve(source.return?.()).catch(() => undefined)
    },
    clear() {
      batches = []
      result.bytes = 0
    },
  }
  return result
}

function sliceRows(batches: readonly RowBatch[], offset: number, limit: number): Cell[][] {
  const rows: Cell[][] = []
  let start = 0
  for (const batch of batches) {
    const from = Math.max(0, offset - start)
    const to = Math.min(batch.rowCount, offset + limit - start)
    if (from < to) rows.push(...batch.rows(from, to))
    start += batch.rowCount
    if (start >= offset + limit) break
  }
  return rows
}
