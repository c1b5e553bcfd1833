import type { ErrorBody, ResultPage, StreamEnd } from '@lakefront/contract'
import { GatewayUnreachableError, LakefrontError, MalformedReplyError } from '../errors.ts'
import type { DecodedBatch, OpenResultOptions, ResultStream } from '../types.ts'
import { errorFromWire } from '../wireErrors.ts'
import { createPatience } from './patience.ts'
import { readMessages } from './readMessages.ts'
import { openStream, type ResultRequestContext } from './requestResult.ts'

type OpenResultContext = ResultRequestContext & Pick<OpenResultOptions, 'fromBatch' | 'toBatch' | 'onReconnecting'>

/**
 * Reads a result's Arrow stream a batch at a time, at the pace of the reader. A connection that is cut is taken up after
 * the last whole batch, for as long as the result lives.
 */
export function openResult(
  page: ResultPage,
  { fromBatch = 0, toBatch = Number.POSITIVE_INFINITY, onReconnecting, ...context }: OpenResultContext,
): ResultStream {
  const patience = createPatience(context.signal)
  let end: StreamEnd | undefined
  let isAway = false

  function setAway(next: boolean) {
    if (next !== isAway) onReconnecting?.(next)
    isAway = next
  }

  /** The batches of one connection; it just stops when that is cut. */
  async function* readConnection(first: number): AsyncGenerator<DecodedBatch> {
    const { decodeBatch } = await import('./decodeBatch.ts')
    const header: Uint8Array[] = []
    let index = first
    const body = await openStream(page, { fromBatch: first, toBatch }, context)
    for await (const message of readMessages(body, context.signal)) {
      setAway(false)
      if (message.kind === 'end') {
        end = message.end
      } else if (message.kind !== 'batch') {
        header.push(message.bytes)
      } else {
        patience.restore()
        yield decodeBatch([...header, message.bytes], page.columns, index++)
      }
    }
  }

  async function* read(): AsyncGenerator<DecodedBatch> {
    let next = fromBatch
    let rowCount = 0
    while (next < toBatch) {
      let fault = new GatewayUnreachableError({ url: context.gatewayUrl, cause: new Error('The stream was cut.') })
      try {
        for await (const batch of readConnection(next)) {
          next = batch.index + 1
          rowCount += batch.rowCount
          yield batch
          if (next >= toBatch) return
        }
      } catch (error) {
        if (!(error instanceof GatewayUnreachableError)) throw error
        fault = error
      }
      if (end) return checkEnd(end, fromBatch === 0 ? rowCount : end.rowCount)
      setAway(true)
      await patience.wait(fault)
    }
  }

  return {
    end: () => end,
    async *[Symbol.asyncIterator]() {
      try {
        yield* read()
      } catch (error) {
        // The network's faults are ours already; what is left is bytes that do not decode.
        if (LakefrontError.isInstance(error)) throw error
        throw new MalformedReplyError({
          from: 'a result',
          why: error instanceof Error ? error.message : 'no rows',
          cause: error,
        })
      }
    },
  }
}

function checkEnd({ error, rowCount }: StreamEnd, rowsRead: number) {
  if (error) throw errorFromWire('a result', error as ErrorBody['error'])
  if (rowCount !== rowsRead) throw new Error(`${rowsRead} rows arrived of ${rowCount}`)
}
