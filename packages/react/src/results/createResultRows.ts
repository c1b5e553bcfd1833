import { type AnyLakefrontError, type Client, type DecodedBatch, LakefrontError } from '@lakefront/client'
import type { Cell, ResultPage } from '@lakefront/contract'
import { onNextFrame } from './onNextFrame.ts'
import type { ResultRows, ResultRowsStatus } from './types.ts'

export type CreateResultRowsParameters = {
  client: Client
  result: ResultPage
  /** Most rows that are held. Over it reading stops, and `truncated` is said. */
  maxRows?: number | undefined
}

/** Most rows of one result held in a page by default. */
const defaultMaxRows = 1_000_000
/** Rows of the page that a result is taken up with. */
const attachedRows = 200

/** Rows of one result outside React: the first page at once, then whatever the stream brings, never converted as a whole. */
export function createResultRows({ client, result, maxRows = defaultMaxRows }: CreateResultRowsParameters) {
  const listeners = new Set<() => void>()
  const batches: DecodedBatch[] = []
  /** Index of the first row after each batch. */
  const ends: number[] = []
  /** The first page; what came back after a reload has no rows until it is fetched. */
  let page = result
  let controller: AbortController | undefined
  const firstStatus: ResultRowsStatus = result.complete ? 'complete' : 'streaming'
  let status: ResultRowsStatus = firstStatus
  let totalRowCount = result.rowCount
  let truncated = result.truncated
  let error: AnyLakefrontError | undefined
  let snapshot = takeSnapshot(0)

  function streamedRowCount() {
    return ends.at(-1) ?? 0
  }

  function getCell(rowIndex: number, columnIndex: number): Cell {
    // The page goes on serving its rows until the stream has overtaken it.
    if (rowIndex >= streamedRowCount()) return page.rows[rowIndex - page.offset]?.[columnIndex] ?? null
    const index = firstAbove(ends, rowIndex)
    return batches[index]?.getCell(rowIndex - (ends[index - 1] ?? 0), columnIndex) ?? null
  }

  function takeSnapshot(version: number): ResultRows {
    const rowCount = Math.max(streamedRowCount(), page.offset + page.rows.length)
    return { columns: page.columns, rowCount, totalRowCount, status, truncated, error, batches, getCell, stop, version }
  }

  const publish = onNextFrame(() => {
    snapshot = takeSnapshot(snapshot.version + 1)
    for (const listener of listeners) listener()
  })

  function settle(next: ResultRowsStatus, cause?: AnyLakefrontError) {
    status = next
    error = cause
    publish()
  }

  /** Takes up a result that still lives, by its handle. Nothing is run for it. */
  async function attach(signal: AbortSignal) {
    const attached = await client.callTool('fetch_rows', { handle: result.handle, limit: attachedRows }, { signal })
    if (signal.aborted) return
    page = attached
    totalRowCount = page.rowCount
    truncated = page.truncated
    publish()
  }

  async function read(signal: AbortSignal) {
    try {
      if (isWithoutRows(page)) await attach(signal)
      if (signal.aborted) return
      if (page.complete) return settle('complete')
      const stream = client.openResult(page, { signal })
      for await (const batch of stream) {
        if (signal.aborted) return
        batches.push(batch)
        ends.push(streamedRowCount() + batch.rowCount)
        publish()
        if (streamedRowCount() >= maxRows) {
          truncated = true
          return settle('complete')
        }
      }
      totalRowCount = streamedRowCount()
      truncated = stream.end()?.truncated ?? truncated
      settle('complete')
    } catch (cause) {
      if (signal.aborted) return
      if (!LakefrontError.isInstance(cause)) throw cause
      settle(statusOf(cause), cause)
    }
  }

  function stop() {
    if (status !== 'streaming') return
    controller?.abort()
    settle('cut')
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Starts reading, once. */
    start() {
      if (controller || status !== 'streaming') return
      controller = new AbortController()
      void read(controller.signal)
    },
    /** Hangs up, which stops the source, and lets the rows go. It can be started again. */
    close() {
      controller?.abort()
      controller = undefined
      batches.length = 0
      ends.length = 0
      page = result
      status = firstStatus
      totalRowCount = result.rowCount
      truncated = result.truncated
      error = undefined
      snapshot = takeSnapshot(snapshot.version + 1)
    },
  }
}

export type ResultRowsStore = ReturnType<typeof createResultRows>

/** A storage keeps neither the rows nor the link to the rest. */
function isWithoutRows({ url }: ResultPage): boolean {
  return url === ''
}

function statusOf({ code }: AnyLakefrontError): ResultRowsStatus {
  switch (code) {
    case 'expired-handle':
    case 'unknown-handle':
      return 'expired'
    case 'gateway-unreachable':
    case 'cancelled':
      return 'cut'
    default:
      return 'failed'
  }
}

/** Position of the first number above `value` in an ascending list. */
function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
