import type { StreamEnd } from '@lakefront/contract'
import { CancelledError } from '../errors.ts'
import { parseJson } from '../wireErrors.ts'
import { type ArrowMessage, createMessageSplitter } from './splitMessages.ts'

/**
 * The Arrow messages of one connection and, at last, how the stream ended. A connection that is cut just stops without
 * an end. Leaving the loop early hangs up, which stops the source.
 */
export async function* readMessages(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<ArrowMessage | { kind: 'end'; end: StreamEnd }> {
  const reader = body.getReader()
  const splitter = createMessageSplitter()
  try {
    for (let chunk = await readChunk(reader, signal); chunk; chunk = await readChunk(reader, signal)) {
      yield* splitter.push(chunk)
    }
  } finally {
    // Not awaited: a source that is slow to stop must not hold up whoever left.
    reader.cancel().catch(() => {})
  }
  const trailer = splitter.trailer()
  const end = trailer === undefined ? undefined : readEnd(trailer)
  if (end) yield { kind: 'end', end }
}

/** The next chunk; `undefined` at the end and when the connection broke, which the missing trailer tells apart. */
async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>, signal: AbortSignal) {
  try {
    return (await reader.read()).value
  } catch (error) {
    if (signal.aborted) throw new CancelledError({ cause: error })
    return undefined
  }
}

/** A trailer that does not parse was cut in the middle. */
function readEnd(text: string): StreamEnd | undefined {
  const { rowCount, truncated, cost, error } = Object(parseJson(text))
  return typeof rowCount === 'number' ? { rowCount, truncated: truncated === true, cost, error } : undefined
}
