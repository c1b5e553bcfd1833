import type { ChartSpec, Column, CostAmount, ResultPage } from '@lakefront/contract'
import type { RowBatch } from '../arrow/port.ts'

/** Who a request is from, as the host's `authenticate` says. */
export type Caller = {
  tenantId: string
  userId: string
  roles: readonly string[]
  /** The assistant that acts for the person, if one does. */
  agentId?: string | undefined
}

/** Rows that arrive: from one source, or from the join in the gateway. */
export type RowStream = {
  columns: readonly Column[]
  batches: AsyncIterable<RowBatch>
  truncated(): boolean
  /** What the answer has cost, `null` while that is not known. Final only once the batches have ended. */
  cost?(): CostAmount | null
  /** How the source would draw them. */
  chart?: ChartSpec | undefined
}

export type ResultStoreOptions = {
  /** How long a handle lives after it was last read, in milliseconds. Default 15 minutes. */
  timeToLiveMs?: number | undefined
  /** How long a result lives that still keeps its source open while nobody reads, in milliseconds. Default 2 minutes. */
  unreadMs?: number | undefined
  /** How long a source goes on after its last reader went away, in milliseconds. Default 30 seconds. */
  graceMs?: number | undefined
  /** Key of the signed links. Default: made at start. */
  signingKey?: Uint8Array | undefined
  /** Most bytes of one result held in memory. Default 128 MiB. Beyond it, rows that its readers have had are let go. */
  maxBytesPerResult?: number | undefined
  /**
   * Most bytes held in all, and the batch that each reader waits for. Default 512 MiB. Results that nobody reads expire
   * first, then rows go that readers have had; no result is cut.
   */
  maxBytes?: number | undefined
  now?: (() => number) | undefined
}

/** Live results: Arrow batches in memory, bounded, with a time to live. Never on disk. */
export type ResultStore = {
  /** Takes a stream over, starts reading it, and answers as soon as `pageSize` rows or the end are there. */
  open(stream: RowStream, options: { caller: Caller; pageSize: number; abort: AbortController }): Promise<ResultPage>
  /** A page by handle. Throws `unknown-handle`, `foreign-handle`, `expired-handle`, or what the source threw. */
  page(handle: string, options: { caller: Caller; offset: number; limit: number }): Promise<ResultPage>
  /** The Arrow IPC stream of `/results/<handle>`; `fromBatch` resumes, `toBatch` ends before it. Checks signature, caller and expiry. */
  stream(request: Request, caller: Caller): Promise<Response>
  /**
   * Stops the source behind a signed link now, and forgets the rows. A link that has run out will do, and so will one to
   * a result that is gone. Throws `foreign-handle`, or `forbidden` for a changed link.
   */
  stop(request: Request, caller: Caller): void
  /** Bytes of the rows that are held now. */
  heldBytes(): number
  close(): Promise<void>
}
