import type { ErrorBody, ResultPage, StreamEnd } from '@lakefront/contract'
import { GatewayUnreachableError, LakefrontError, MalformedReplyError } from '../errors.ts'
import type { DecodedBatch, OpenResultOptions, ResultStream } from '../types.ts'
import { errorFromWire } from '../wireErrors.ts'
import { type OpenStreamContext, openStream } from './openStream.ts'
import { readMessages } from './readMessages.ts'

type OpenResultContext = OpenStreamContext & Pick<OpenResultOptions, 'fromBatch'>

/** Most connections that one reading may use: the first, and one more after a cut. */
const maxConnections = 2

/**
 * Reads a result's Arrow stream a batch at a time, at the pace of the reader. A connection that is cut is taken up once
 * more after the last whole batch.
 */
export function openResult(page: ResultPage, { fromBatch = 0, ...context }: OpenResultContext): ResultStream {
  let end: StreamEnd | undefined

  async function* read(): AsyncGenerator<DecodedBatch> {
    const { decodeBatch } = await import('./decodeBatch.ts')
    let batchCount = fromBatch
    let rowCount = 0

    for (let connections = 1; connections <= maxConnections; connections++) {
      const header: Uint8Array[] = []
      const body = await openStream(page, batchCount, context)
      for await (const message of readMessages(body, context.signal)) {
        if (message.kind === 'end') {
          end = message.end
        } else if (message.kind !== 'batch') {
          header.push(message.bytes)
        } else {
          const batch = decodeBatch([...header, message.bytes], page.columns, batchCount++)
          rowCount += batch.rowCount
          yield batch
        }
      }
      if (end) return checkEnd(end, fromBatch === 0 ? rowCount : end.rowCount)
    }
    throw new GatewayUnreachableError({ url: context.gatewayUrl, cause: new Error('The result stream was cut twice.') })
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
