import type {
  Answer,
  AnswerEvent,
  Cell,
  Column,
  ExportFormat,
  ResultPage,
  StreamEnd,
  ToolInput,
  ToolName,
  ToolOutput,
} from '@lakefront/contract'

export type ClientOptions = {
  /** Address of the gateway's MCP endpoint; ends in `/mcp`. In a browser it may be relative to the page. */
  gatewayUrl: string
  /** The host's current access token. Asked before every request, so that a refresh is picked up. */
  getAccessToken?: (() => string | Promise<string>) | undefined
  /** Replaces the global `fetch`, for tests and for hosts that route requests themselves. */
  fetch?: typeof fetch | undefined
  /**
   * Names the person and tenant whose answers these are. It is part of every query key, so that two of them never share
   * a cache entry. Left out, every client is its own scope.
   */
  scope?: string | undefined
}

export type CallOptions = {
  /** Aborting it cancels the work at the gateway and at the source, not only the wait. */
  signal?: AbortSignal | undefined
  /** Told what happens before the answer is whole. The returned answer alone is authoritative. */
  onEvent?: ((event: AnswerEvent) => void) | undefined
}

export type OpenResultOptions = {
  signal?: AbortSignal | undefined
  /** Index of the first batch wanted. Default 0, which starts at the first row. */
  fromBatch?: number | undefined
  /** Index of the batch to stop before. Default: none, which reads to the end. */
  toBatch?: number | undefined
  /** Told when the connection is lost and when it is back. Reading goes on after the last whole batch. */
  onReconnecting?: ((isReconnecting: boolean) => void) | undefined
}

export type ExportResultOptions = {
  format: ExportFormat
  /** What the file is called, without its ending. */
  name?: string | undefined
  /** CSV only: text exactly as it is, for programs. Otherwise a spreadsheet can open the file without harm. */
  exact?: boolean | undefined
  /** Aborting it stops the file where it is. */
  signal?: AbortSignal | undefined
  onProgress?: ((progress: ExportProgress) => void) | undefined
}

export type ExportProgress = { bytesReceived: number }

/** A result as a file that arrives. */
export type ResultFile = {
  fileName: string
  mediaType: string
  /** Rows of the whole file; `null` while the source still runs. */
  rowCount: number | null
  /** The result was cut: the file holds what there is of it. */
  truncated: boolean
  /**
   * Fails with one of our errors when the file breaks off, so that a part is never taken for the whole. Cancelling it
   * stops the export.
   */
  body: ReadableStream<Uint8Array<ArrayBuffer>>
}

/** Some consecutive rows of a result. Cells are decoded when they are looked at, as the contract writes them in JSON. */
export type DecodedBatch = {
  /** Position of the batch in its stream. */
  index: number
  columns: readonly Column[]
  rowCount: number
  /** The Arrow messages that it was decoded from, for a worker to decode again: schema, dictionaries, record batch. */
  messages: readonly Uint8Array[]
  getCell(rowIndex: number, columnIndex: number): Cell
}

/** Rows as they arrive. Leaving the loop early hangs up: the source stops unless somebody comes back for the rest. */
export type ResultStream = AsyncIterable<DecodedBatch> & {
  /** How the stream ended; `undefined` until every batch was read. */
  end(): StreamEnd | undefined
}

/** Speaks to one gateway for one person. */
export type Client = {
  /** Part of every query key; see {@link ClientOptions.scope}. */
  readonly scope: string
  /** Calls one tool of the gateway. @throws {LakefrontError} always one of the closed union. */
  callTool<Name extends ToolName>(name: Name, input: ToolInput<Name>, options?: CallOptions): Promise<ToolOutput<Name>>
  /** Asks a question in plain words. A question that is not understood or not answerable is an answer, not an error. */
  ask(input: ToolInput<'ask'>, options?: CallOptions): Promise<Answer>
  /** Reads every row of a result from its first, a batch at a time. */
  openResult(page: ResultPage, options?: OpenResultOptions): ResultStream
  /** Asks the gateway for the whole result as a file, which is written while it is read. */
  exportResult(page: ResultPage, options: ExportResultOptions): Promise<ResultFile>
  /** Stops a result's source now, for everybody who reads it, and lets the gateway forget its rows. */
  stopResult(page: ResultPage): Promise<void>
  /** Cancels what runs and lets the connection go. A later call opens a new one. */
  close(): Promise<void>
}
