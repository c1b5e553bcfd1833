import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api'

/** The buffers behind a DuckDB vector. */
export type RawVector = {
  /** Values as DuckDB stores them: fixed width, or 16 bytes a string. */
  bytes: Uint8Array
  /** Bitmap of what is not null, one bit a row from the lowest on, as in Arrow; `undefined` when nothing is null. */
  validity: Uint8Array | undefined
}

type PrivateFields = {
  items?: ArrayBufferView
  dataView?: DataView
  validity?: { data: BigUint64Array | null; offset: number }
}

/**
 * Reaches for the buffers of a column, which node-api keeps in private fields: converting value by value costs ten times
 * as much as DuckDB's own scan. The version of node-api is pinned, and a contract test pins these fields.
 */
export function rawVector(chunk: DuckDBDataChunk, columnIndex: number): RawVector {
  const vector: DuckDBVector = chunk.getColumnVector(columnIndex)
  const { items, dataView, validity } = vector as unknown as PrivateFields
  const view = items ?? dataView
  if (!view || !validity || validity.offset !== 0) {
    throw new TypeError(`${vector.constructor.name} of @duckdb/node-api no longer shows its buffers.`)
  }
  const { data } = validity
  return {
    bytes: bytesOf(view),
    validity: data ? bytesOf(data) : undefined,
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
