import type { CallToolResult } from '@modelcontextprotocol/server'
import type { ModelUse } from '../cost/modelCost.ts'
import type { Caller } from '../results/port.ts'
import type { Source } from '../sources/port.ts'

/** A tool call as it came in. */
export type TracedCall = {
  callId: string
  tool: string
  caller: Caller
  /** As it came, unchecked. */
  input: unknown
  /** Of the JSON-RPC request. */
  requestId: string | number
  /** `_meta` of the message, where peers say which trace they are in. */
  meta: Readonly<Record<string, unknown>> | undefined
  request: Request | undefined
}

/** Tells an observability backend what happens and how long it takes; nothing that it does reaches a caller. */
export type Telemetry = {
  /** Runs a tool call, which the statements that it sends to sources belong to. */
  traceCall(call: TracedCall, run: () => Promise<CallToolResult>): Promise<CallToolResult>
  /** The same source, each of whose statements is told of. */
  traceSource(source: Source): Source
  /** Runs a request whose answer streams, such as rows. `route` has names in place of what varies. */
  traceStream(request: Request, route: string, respond: () => Promise<Response>): Promise<Response>
  /** Tells of tokens that models took for planning, and what they cost. */
  countTokens(uses: readonly ModelUse[]): void
  /** Sends what has not been sent. */
  close(): Promise<void>
}

/** For a gateway that tells nobody. */
export const noTelemetry: Telemetry = {
  traceCall: (_call, run) => run(),
  traceSource: (source) => source,
  traceStream: (_request, _route, respond) => respond(),
  countTokens: () => undefined,
  close: async () => undefined,
}
