import type { FetchMiddleware } from './fetchMiddleware.ts'
import { parseJson, replyLostCode } from './wireErrors.ts'

/**
 * Ends every event stream with an error reply to its request. The SDK passes over a second reply, but to a stream that
 * breaks before the first it has no answer: the call would hang until its time is up.
 */
export const withLostReplies: FetchMiddleware = (next) => async (input, init) => {
  const response = await next(input, init)
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  const { id } = Object(typeof init?.body === 'string' && parseJson(init.body))
  if (!isStream || !response.body || id === undefined) return response

  const error = { code: replyLostCode, message: 'The connection was lost before the reply.' }
  // The empty line first ends an event that was cut in the middle.
  const lastEvent = `\n\ndata: ${JSON.stringify({ jsonrpc: '2.0', id, error })}\n\n`
  const { status, statusText, headers } = response
  return new Response(followedBy(response.body, new TextEncoder().encode(lastEvent)), { status, statusText, headers })
}

function followedBy(body: ReadableStream<Uint8Array>, last: Uint8Array): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await reader.read().then(
        ({ value }) => value,
        () => undefined,
      )
      controller.enqueue(chunk ?? last)
      if (!chunk) controller.close()
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
