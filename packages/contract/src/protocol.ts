import type { CostAmount } from './types.ts'

/** MCP extension that a client declares in `capabilities.extensions` to receive {@link answerEventMetaKey} events. */
export const answerEventsExtension = 'dev.lakefront/answer-events'

/** Key under `_meta` of a progress notification that carries one `AnswerEvent`. */
export const answerEventMetaKey = 'dev.lakefront/event'

/**
 * Key under `_meta` of a tool result with `isError`: the `ErrorBody`. It is the `structuredContent` too, but not for
 * 2025-era peers, some of which check even errors against the tool's output schema.
 */
export const errorMetaKey = 'dev.lakefront/error'

/**
 * Key under `_meta` of a tool call: a name of the caller's own making. `DELETE /calls/<name>` then stops the call and the
 * result that it has led to, also when the reply was lost on the way.
 */
export const callNameMetaKey = 'dev.lakefront/call'

/**
 * Key under `_meta` of a listed tool that runs SQL: path on the same server that streams a statement's rows. It is posted the
 * tool's `sql` and `maxRows` as JSON, and answers lines of JSON with the `percent` done, if any, then an Arrow IPC stream and
 * how it ended. What a tool call and a linked stream take two requests for then takes one.
 */
export const statementStreamMetaKey = 'dev.lakefront/statement-stream'

/** Media type of `/results/<handle>`. */
export const arrowStreamMediaType = 'application/vnd.apache.arrow.stream'

/** Key in an Arrow schema's custom metadata: the contract's columns as JSON. */
export const arrowColumnsMetadataKey = 'lakefront.columns'

/**
 * How a result stream ended. After the Arrow end-of-stream marker, where Arrow readers stop, `/results/<handle>` writes
 * this as JSON text and closes. A stream that closes without it was cut and can be resumed.
 */
export type StreamEnd = {
  rowCount: number
  truncated: boolean
  /** What the answer has cost, once every row of it was read; left out where the source does not end here. */
  cost?: CostAmount | undefined
  error?: { code: string; message: string; retryable: boolean } | undefined
}

/** Files that `/results/<handle>/export?format=…` writes. */
export const exportFormats = {
  csv: { mediaType: 'text/csv; charset=utf-8', extension: 'csv' },
  parquet: { mediaType: 'application/vnd.apache.parquet', extension: 'parquet' },
  arrow: { mediaType: 'application/vnd.apache.arrow.file', extension: 'arrow' },
} as const satisfies Record<string, { mediaType: string; extension: string }>

export type ExportFormat = keyof typeof exportFormats

/** Headers of an export: rows of the whole result where that is known at its start, and `true` when it was cut. */
export const exportHeaders = { rowCount: 'x-lakefront-row-count', truncated: 'x-lakefront-truncated' } as const
