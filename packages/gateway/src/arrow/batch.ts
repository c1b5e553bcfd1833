import { createDecoder } from './decode.ts'
import type { ArrowType, RowBatch } from './port.ts'

/** Wraps an encoded record batch message. Decodes on the first call of `rows`, never before. */
export function createBatch(bytes: Uint8Array, rowCount: number, types: readonly ArrowType[]): RowBatch {
  let decode: ReturnType<typeof createDecoder> | undefined
  return {
    bytes,
    rowCount,
    types,
    rows(start = 0, end = rowCount) {
      decode ??= createDecoder(bytes, types)
      return decode(start, Math.min(end, rowCount))
    },
  }
}
