import type { StreamEnd } from '@lakefront/contract'
import { createBatch } from '../../arrow/batch.ts'
import { decodeSchema } from '../../arrow/decodeSchema.ts'
import { createMessageSplitter, rowCountOf } from '../../arrow/frames.ts'
import type { ArrowType, RowBatch } from '../../arrow/port.ts'
import { GatewayError } from '../../errors.ts'
import type { ExportRows } from './port.ts'

type Reader = ReadableStreamDefaultReader<Uint8Array>

export type ReadStreamOptions = {
  /** Whether it was said already that the result was cut. If not, a cut is an error: the file would pass for whole. */
  isTruncationTold: boolean
}

/** Reads the rows out of a result's Arrow stream, at the pace of whoever writes them. */
export async function readStream(reader: Reader, options: ReadStreamOptions): Promise<ExportRows> {
  const splitter = createMessageSplitter()
  const waiting: Uint8Array[] = []

  async function next(): Promise<Uint8Array | undefined> {
    while (waiting.length === 0) {
      const { value, done } = await reader.read()
      if (done) return undefined
      waiting.push(...splitter.push(value))
    }
    return waiting.shift()
  }

  async function* batchesOf(types: readonly ArrowType[]): AsyncGenerator<RowBatch, void, void> {
    for (let bytes = await next(); bytes; bytes = await next()) yield createBatch(bytes, rowCountOf(bytes), types)
    checkEnd(splitter.trailer(), options)
  }

  const schema = await next()
  if (!schema) throw cut()
  const { columns, types } = decodeSchema(schema)
  return { columns, types, schema, batches: batchesOf(types) }
}

function checkEnd(trailer: Uint8Array, { isTruncationTold }: ReadStreamOptions): void {
  if (trailer.length === 0) throw cut()
  const { error, truncated, rowCount }: StreamEnd = JSON.parse(new TextDecoder().decode(trailer))
  if (error) throw new GatewayError({ code: 'source-unavailable', message: error.message })
  if (!truncated || isTruncationTold) return
  const message = `The result was cut off at ${rowCount} rows while it was exported. Export it again to get these.`
  throw new GatewayError({ code: 'result-limit', message })
}

function cut(): GatewayError {
  return new GatewayError({ code: 'internal', message: 'The result ended without saying how.' })
}
