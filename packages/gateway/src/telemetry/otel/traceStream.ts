import type { Tracer } from '@opentelemetry/api'
import { toGatewayError } from '../../errors.ts'
import type { StreamOutcome } from '../../results/watchStream.ts'
import { readTraceHeaders } from '../traceHeaders.ts'
import { endSpan, SpanKind, startSpan, withSpan } from './traces.ts'

/** Runs a request in a span that lasts until its last byte has gone out. */
export async function traceStream(
  request: Request,
  route: string,
  respond: () => Promise<Response>,
  tracer: Tracer,
): Promise<Response> {
  const { method, headers } = request
  const span = startSpan(tracer, {
    name: `${method} ${route}`,
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': method, 'http.route': route },
    parent: readTraceHeaders((name) => headers.get(name)) ?? {},
  })
  try {
    const response = await withSpan(span, respond)
    span.setAttribute('http.response.status_code', response.status)
    return countBytes(response, (bytes, outcome) =>
      endSpan(
        span,
        { 'http.response.body.size': bytes, 'lakefront.stream.outcome': outcome },
        outcome === 'failed' ? '_OTHER' : undefined,
      ),
    )
  } catch (error) {
    endSpan(span, {}, toGatewayError(error).code)
    throw error
  }
}

/** The same response; tells once how many bytes of it went out, and whether that was all. */
function countBytes(response: Response, onEnd: (bytes: number, outcome: StreamOutcome) => void): Response {
  const reader = response.body?.getReader()
  let bytes = 0
  if (!reader) {
    onEnd(bytes, 'whole')
    return response
  }
  const counted = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await reader.read()
          if (!done) {
            bytes += value.byteLength
            return controller.enqueue(value)
          }
          onEnd(bytes, 'whole')
          controller.close()
        } catch (error) {
          onEnd(bytes, 'failed')
          controller.error(error)
        }
      },
      cancel(reason) {
        onEnd(bytes, 'left')
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  const { status, statusText, headers } = response
  return new Response(counted, { status, statusText, headers })
}
