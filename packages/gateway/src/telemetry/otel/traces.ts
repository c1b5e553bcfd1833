import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { type TraceHeaders, traceHeaders, withTraceHeaders } from '../traceHeaders.ts'

const propagator = new W3CTraceContextPropagator()

export type SpanToStart = {
  name: string
  kind: SpanKind
  attributes: Attributes
  /** The part of a trace that it belongs to. Default: what the present work is done for. */
  parent?: TraceHeaders | undefined
  /** Another trace that it has to do with. */
  linked?: TraceHeaders | undefined
}

/** Starts a span in the trace of its parent. Nothing global is registered: a host has its own tracing, or none. */
export function startSpan(
  tracer: Tracer,
  { name, kind, attributes, parent = traceHeaders(), linked }: SpanToStart,
): Span {
  const link = linked && trace.getSpanContext(contextOf(linked))
  return tracer.startSpan(name, { kind, attributes, links: link ? [{ context: link }] : [] }, contextOf(parent))
}

/** Does the work as a part of a span. */
export function withSpan<Value>(span: Span, work: () => Value): Value {
  const headers: TraceHeaders = {}
  propagator.inject(trace.setSpan(ROOT_CONTEXT, span), headers, {
    set: (carrier, name, value) => Object.assign(carrier, { [name]: value }),
  })
  return withTraceHeaders(headers, work)
}

/** Ends a span; `errorType` says that it failed. Messages are left out, for they may quote values. */
export function endSpan(span: Span, attributes: Attributes, errorType?: string | undefined): void {
  span.setAttributes({ ...attributes, ...(errorType !== undefined && { 'error.type': errorType }) })
  if (errorType !== undefined) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

function contextOf(headers: TraceHeaders) {
  return propagator.extract(ROOT_CONTEXT, headers, {
    get: (carrier, name) => carrier[name as keyof TraceHeaders],
    keys: (carrier) => Object.keys(carrier),
  })
}

export { SpanKind }
