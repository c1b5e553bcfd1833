import { arrowStreamMediaType, type Column } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/client'
import { createBatch } from '../../arrow/batch.ts'
import { decodeSchema } from '../../arrow/decodeSchema.ts'
import { createMessageSplitter, messageKind, rowCountOf } from '../../arrow/frames.ts'
import type { ArrowType, RowBatch } from '../../arrow/port.ts'
import { GatewayError } from '../../errors.ts'
import type { Resilience } from '../resilience.ts'
import { unavailable } from '../resilience.ts'
import { garbled } from './errors.ts'

type Named = { source: string; title: string }

/** How a followed stream ended; known once its batches have. */
export type LinkEnd = { truncated: boolean; bytesScanned: number | null }

export type FollowedLink = { columns: readonly Column[]; batches: AsyncIterable<RowBatch>; end(): LinkEnd | undefined }

/**
 * Where all rows of a result are, when the server says so. Only links to the server's own origin are followed: a result
 * must not make the gateway fetch from anywhere else.
 */
export function arrowLinkOf({ content }: CallToolResult, serverUrl: string | undefined): string | undefined {
  const link = content.find((block) => block.type === 'resource_link' && block.mimeType === arrowStreamMediaType)
  if (link?.type !== 'resource_link' || serverUrl === undefined || !URL.canParse(link.uri)) return undefined
  return new URL(link.uri).origin === new URL(serverUrl).origin ? link.uri : undefined
}

/** Reads the schema of a linked Arrow stream, and its batches as they are asked for. Bytes are passed on untouched. */
export async function followArrowLink(
  uri: string,
  options: Named & { signal: AbortSignal; resilience: Resilience; headers?: Record<string, string> | undefined },
): Promise<FollowedLink> {
  const { signal, resilience, headers = {}, ...named } = options
  const stop = new AbortController()
  const onAbort = () => stop.abort(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  const release = () => {
    signal.removeEventListener('abort', onAbort)
    stop.abort()
  }
  try {
    const messages = messagesOf(await openBody(uri, stop.signal, headers, named), named)
    const read = () => resilience.limit(() => messages.next(), signal)
    const first = await read()
    if (first.done || first.value.kind !== 'message' || messageKind(first.value.bytes) !== 'schema')
      throw garbled(named)
    const { columns, types } = decodeSchema(first.value.bytes)
    let end: LinkEnd | undefined
    const onEnd = (told: LinkEnd) => {
      end = told
    }
    return { columns, batches: batchesOf(read, types, { onEnd, release, signal }), end: () => end }
  } catch (error) {
    release()
    throw fromStreamError(error, named, signal)
  }

  async function* batchesOf(
    read: () => Promise<IteratorResult<Piece, void>>,
    types: readonly ArrowType[],
    { onEnd, release, signal }: { onEnd(end: LinkEnd): void; release(): void; signal: AbortSignal },
  ): AsyncGenerator<RowBatch, void, void> {
    try {
      for (let next = await read(); !next.done; next = await read()) {
        if (next.value.kind === 'end') onEnd(next.value.end)
        else yield createBatch(next.value.bytes, rowCountOf(next.value.bytes), types)
      }
    } catch (error) {
      throw fromStreamError(error, named, signal)
    } finally {
      release()
    }
  }
}

type Piece = { kind: 'message'; bytes: Uint8Array } | { kind: 'end'; end: LinkEnd }

async function openBody(
  uri: string,
  signal: AbortSignal,
  headers: Record<string, string>,
  named: Named,
): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(uri, { signal, headers, redirect: 'error' })
  if (!response.ok || !response.body)
    throw unavailable({ ...named, because: `its result stream answered ${response.status}` })
  return response.body
}

async function* messagesOf(body: ReadableStream<Uint8Array>, named: Named): AsyncGenerator<Piece, void, void> {
  const splitter = createMessageSplitter()
  for await (const piece of body) {
    for (const bytes of splitter.push(piece)) yield { kind: 'message', bytes }
  }
  if (!splitter.ended()) throw unavailable({ ...named, because: 'its result was cut off' })
  yield { kind: 'end', end: endOf(splitter.trailer(), named) }
}

/** Ours says how the stream ended; another server's Arrow stream just ends. */
function endOf(trailer: Uint8Array, { source }: Named): LinkEnd {
  if (trailer.length === 0) return { truncated: false, bytesScanned: null }
  const end = JSON.parse(new TextDecoder().decode(trailer))
  if (end.error) throw new GatewayError({ code: end.error.code, message: end.error.message, source })
  return {
    truncated: end.truncated === true,
    bytesScanned: typeof end.bytesScanned === 'number' ? end.bytesScanned : null,
  }
}

function fromStreamError(error: unknown, named: Named, signal: AbortSignal): GatewayError {
  if (error instanceof GatewayError) return error
  if (signal.aborted) return new GatewayError({ code: 'cancelled', message: 'The request was cancelled.' })
  if (error instanceof SyntaxError || error instanceof RangeError) return garbled(named, error)
  return unavailable({ ...named, cause: error })
}
