import { type Client, type DecodedBatch, LakefrontError, MalformedReplyError } from '@lakefront/client'
import type { ResultPage, StreamEnd } from '@lakefront/contract'
import { createBatchWindow } from './createBatchWindow.ts'
import { createRefill } from './createRefill.ts'
import { onNextFrame } from './onNextFrame.ts'
import { createRowReader } from './rowReader.ts'
import { isWithoutRows, type RowsState, stateOf, statusOf } from './rowsState.ts'
import type { ResultRows } from './types.ts'

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
  const { rowCount, isHeld, getCell } = createRowReader(batches, () => state.page)
  let snapshot = takeSnapshot(0)

  function takeSnapshot(version: number): ResultRows {
    const { page, ...known } = state
    return {
      ...known,
      columns: page.columns,
      rowCount: rowCount(),
      batchCount: batches.batchCount,
      held: batches.isWhole ? 'all' : 'window',
      ...{ isHeld, look, getCell, batchAt: batches.batchAt, stop, resume, version },
    }
  }

  const publish = onNextFrame(() => {
    snapshot = takeSnapshot(snapshot.version + 1)
    for (const listener of listeners) listener()
  })

  function update(changes: Partial<RowsState>) {
    state = { ...state, ...changes }
    publish()
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
      finish(stream.end())
    } catch (cause) {
      if (!signal.aborted) fail(cause)
    }
  }

  function finish(end: StreamEnd | undefined) {
    const arrived = batches.rowCount
    if (end && end.rowCount !== arrived) {
      throw new MalformedReplyError({ from: 'a result', why: `${arrived} rows arrived of ${end.rowCount}` })
    }
    update({
      status: 'complete',
      totalRowCount: arrived,
      truncated: end?.truncated ?? state.truncated,
      cost: end?.cost,
    })
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
