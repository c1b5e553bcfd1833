import {
  type AnyLakefrontError,
  type Client,
  type DecodedBatch,
  LakefrontError,
  MalformedReplyError,
} from '@lakefront/client'
import type { Cell, ResultPage } from '@lakefront/contract'
import { createBatchWindow } from './createBatchWindow.ts'
import { createRefill } from './createRefill.ts'
import { onNextFrame } from './onNextFrame.ts'
import type { ResultRows, ResultRowsStatus } from './types.ts'

export type CreateResultRowsParameters = {
  client: Client
  result: ResultPage
  /** Most bytes of rows that the page holds; over it, it lets go of those farthest from where people look. */
  maxBytes?: number | undefined
}

/** Some four million rows of eight columns. */
const defaultMaxBytes = 256 * 1024 * 1024
/** Rows of the page that a result is taken up with. */
const attachedRows = 200

/** Rows of one result outside React: the first page at once, then whatever the stream brings, never converted as a whole. */
export function createResultRows({ client, result, maxBytes = defaultMaxBytes }: CreateResultRowsParameters) {
  const listeners = new Set<() => void>()
  const batches = createBatchWindow(maxBytes)
  let controller: AbortController | undefined
  let refill: (() => void) | undefined
  let state = stateOf(result)
  let snapshot = takeSnapshot(0)

  function takeSnapshot(version: number): ResultRows {
    const { page, ...known } = state
    return {
      ...known,
      columns: page.columns,
      rowCount: Math.max(batches.rowCount, page.offset + page.rows.length),
      batchCount: batches.batchCount,
      held: batches.isWhole ? 'all' : 'window',
      ...{ isHeld, look, getCell, batchAt: batches.batchAt, stop, resume, version },
    }
  }

  const publish = onNextFrame(() => {
    snapshot = takeSnapshot(snapshot.version + 1)
    for (const listener of listeners) listener()
  })

  function update(changes: Partial<State>) {
    state = { ...state, ...changes }
    publish()
  }

  function rowOfPage(rowIndex: number) {
    return state.page.rows[rowIndex - state.page.offset]
  }

  // The page goes on serving its rows, until the stream has overtaken it and when the batch was let go.
  function isHeld(rowIndex: number): boolean {
    return batches.isHeld(rowIndex) || rowOfPage(rowIndex) !== undefined
  }

  function getCell(rowIndex: number, columnIndex: number): Cell {
    const cell = batches.getCell(rowIndex, columnIndex)
    return cell === undefined ? (rowOfPage(rowIndex)?.[columnIndex] ?? null) : cell
  }

  function take(batch: DecodedBatch) {
    update({ bytesReceived: state.bytesReceived + batches.add(batch) })
  }

  /** Takes up a result that still lives, by its handle. Nothing is run for it. */
  async function attach(signal: AbortSignal) {
    const page = await client.callTool('fetch_rows', { handle: result.handle, limit: attachedRows }, { signal })
    if (!signal.aborted) update({ page, totalRowCount: page.rowCount, truncated: page.truncated })
  }

  async function read(signal: AbortSignal) {
    try {
      if (isWithoutRows(state.page)) await attach(signal)
      if (signal.aborted) return
      if (state.page.complete) return update({ status: 'complete' })
      const onReconnecting = (reconnecting: boolean) => !signal.aborted && update({ reconnecting })
      const stream = client.openResult(state.page, { signal, onReconnecting, fromBatch: batches.batchCount })
      for await (const batch of stream) {
        if (signal.aborted) return
        take(batch)
      }
      const { rowCount, truncated } = stream.end() ?? { rowCount: batches.rowCount, truncated: state.truncated }
      if (rowCount !== batches.rowCount) {
        throw new MalformedReplyError({ from: 'a result', why: `${batches.rowCount} rows arrived of ${rowCount}` })
      }
      update({ status: 'complete', totalRowCount: rowCount, truncated })
    } catch (cause) {
      if (!signal.aborted) fail(cause)
    }
  }

  function fail(cause: unknown) {
    if (!LakefrontError.isInstance(cause)) throw cause
    update({ status: statusOf(cause), error: cause, reconnecting: false })
  }

  function look(firstRow: number, endRow: number) {
    batches.look(firstRow, endRow)
    if (state.status !== 'expired') refill?.()
  }

  function refillUnder(signal: AbortSignal) {
    return createRefill({
      batches,
      take,
      read: (range) => client.openResult(state.page, { ...range, signal }),
      settle(fault) {
        if (signal.aborted) return
        if (fault !== undefined) failRefill(fault)
        else if (state.status === 'complete') update({ error: undefined })
      },
    })
  }

  /** What is gone for good ends the result; anything else may come right when people look again. */
  function failRefill(cause: unknown) {
    if (!LakefrontError.isInstance(cause)) throw cause
    const isGone = statusOf(cause) === 'expired' && state.status !== 'streaming'
    update({ error: cause, status: isGone ? 'expired' : state.status })
  }

  function hangUp() {
    controller?.abort()
    controller = undefined
    refill = undefined
  }

  function stop() {
    if (state.status !== 'streaming') return
    hangUp()
    // Hanging up has told the gateway already, though it waits a moment then for a reader that was cut.
    client.stopResult(state.page).catch(() => {})
    update({ status: 'cut', reconnecting: false })
  }

  function resume() {
    if (state.error?.code !== 'gateway-unreachable' || state.status !== 'cut') return
    hangUp()
    update({ status: 'streaming', error: undefined })
    start()
  }

  function start() {
    if (controller || state.status !== 'streaming') return
    controller = new AbortController()
    refill = refillUnder(controller.signal)
    void read(controller.signal)
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Starts reading, once. */
    start,
    stop,
    /** Hangs up and lets the rows go. The result lives on for whoever comes back: it can be started again. */
    close() {
      hangUp()
      batches.clear()
      state = stateOf(result)
      snapshot = takeSnapshot(snapshot.version + 1)
    },
  }
}

export type ResultRowsStore = ReturnType<typeof createResultRows>

type State = Pick<ResultRows, 'status' | 'reconnecting' | 'totalRowCount' | 'truncated' | 'bytesReceived' | 'error'> & {
  /** The first page; what came back after a reload has no rows until it is fetched. */
  page: ResultPage
}

function stateOf(page: ResultPage): State {
  const { rowCount: totalRowCount, truncated, complete } = page
  const status = complete ? 'complete' : 'streaming'
  return { page, status, totalRowCount, truncated, reconnecting: false, bytesReceived: 0, error: undefined }
}

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
