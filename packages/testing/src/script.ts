import type { AnswerEvent, Column, ResultPage, Row, ToolArguments, ToolName, ToolOutput } from '@lakefront/contract'

/** A result that a script makes live. */
export type ScriptedResult = {
  columns: readonly Column[]
  rows: readonly Row[]
  /** Rows in the first page. Default 200. */
  pageSize?: number | undefined
  /** Rows in each batch of the stream. Default 2,048. */
  batchSize?: number | undefined
  /** Wait before each batch of the stream, in milliseconds. */
  batchDelayMs?: number | undefined
  /** Breaks the first connection after this many batches. */
  cutAfterBatch?: number | undefined
  /** Breaks every connection, not only the first. */
  cutAlways?: boolean | undefined
  /** How the handle answers when it is read: gone, never known, or somebody else's. */
  refuses?: 'expired-handle' | 'unknown-handle' | 'foreign-handle' | undefined
  /** More rows exist at the source than are delivered. */
  truncated?: boolean | undefined
  /** The source fails after its last row. */
  error?: { code: string; message: string; retryable: boolean } | undefined
}

/** What a script can do while it plays one call. */
export type Stage = {
  /** Sends an event, to clients that declared the extension. */
  emit(event: AnswerEvent): Promise<void>
  /** Waits by the gateway's clock; ends with the call when the caller hangs up. */
  sleep(durationMs: number): Promise<void>
  /** Makes rows live under a new handle. */
  openResult(result: ScriptedResult): ResultPage
  /** Aborted when the caller cancels or hangs up. */
  signal: AbortSignal
  /** ISO 8601, by the gateway's clock. */
  timestamp(): string
}

/**
 * What each tool does. Throw one of the client's errors to fail as the gateway would; a tool that is left out is unknown.
 */
export type Script = {
  [Name in ToolName]?: (input: ToolArguments<Name>, stage: Stage) => ToolOutput<Name> | Promise<ToolOutput<Name>>
}

export type ScriptedCall = { tool: ToolName; input: unknown; signal: AbortSignal }
