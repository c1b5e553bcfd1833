import { AsyncLocalStorage } from 'node:async_hooks'

/** Which trace and which part of it the present work belongs to, in the words of W3C Trace Context. */
export type TraceHeaders = { traceparent?: string; tracestate?: string }

const current = new AsyncLocalStorage<TraceHeaders>()

/** What to pass on to whoever is asked now: as headers over HTTP, in `_meta` over MCP. Empty where nothing is traced. */
export function traceHeaders(): TraceHeaders {
  return current.getStore() ?? {}
}

/** Does the work as a part of this trace. */
export function withTraceHeaders<Value>(headers: TraceHeaders, work: () => Value): Value {
  return current.run(headers, work)
}

const names = ['traceparent', 'tracestate'] as const

/** Which trace a peer says that it is in; `undefined` when it says nothing. */
export function readTraceHeaders(read: (name: string) => unknown): TraceHeaders | undefined {
  const found = names.flatMap((name) => {
    const value = read(name)
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  const headers: TraceHeaders = Object.fromEntries(found)
  return headers.traceparent === undefined ? undefined : headers
}
