import type { IncomingMessage, ServerResponse } from 'node:http'
import { type NodeIncomingMessageLike, toWebRequest } from '@modelcontextprotocol/node'
import type { Gateway } from '../createGateway.ts'
import { GatewayError } from '../errors.ts'
import { errorResponse } from './errorResponse.ts'
import { maxRequestBodySize } from './maxRequestBodySize.ts'
import { writePieces } from './writePieces.ts'

/**
 * Answers a Node request. A peer that hangs up aborts the request's signal and cancels the body at once, also while
 * nothing is being written: a statement must not run on for nobody.
 */
export async function answer(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const hangUp = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) hangUp.abort()
  })
  const { status, headers, body } = await respond(gateway, request, hangUp.signal)
  response.writeHead(status, Object.fromEntries(headers))
  if (body) await writeBody(response, body)
  else response.end()
}

/** Cancelling the body at once, and not with the next piece, is what stops a source that is silent. */
async function writeBody(response: ServerResponse, body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader()
  response.once('close', () => void reader.cancel().catch(() => undefined))
  if (response.destroyed) return await reader.cancel()
  await writePieces(response, piecesOf(reader))
}

async function* piecesOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}

async function respond(gateway: Gateway, request: IncomingMessage, signal: AbortSignal): Promise<Response> {
  try {
    // Node types absent properties as `undefined`, the adapter as left out; it reads both alike.
    const message = request as NodeIncomingMessageLike
    return await gateway.fetch(await toWebRequest(message, undefined, { signal, maxRequestBodySize }))
  } catch (error) {
    if (!isTooLarge(error)) throw error
    const message = `The request is longer than ${maxRequestBodySize} bytes.`
    const { headers, body } = errorResponse(new GatewayError({ code: 'invalid-input', message }))
    // The rest of the request is never read, so the connection is of no use any more.
    headers.set('connection', 'close')
    return new Response(body, { status: 413, headers })
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.name === 'RequestBodyTooLargeError'
}
