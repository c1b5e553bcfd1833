import type { ColumnWriter } from './batchMessage.ts'

const encoder = new TextEncoder()

/** Writes strings as an Arrow text column. */
export function textWriter(values: readonly (string | null)[]): ColumnWriter {
  return bytesWriter(values.map((value) => (value === null ? null : encoder.encode(value))))
}

/** Writes bytes as an Arrow binary column, which is laid out as text is. */
export function bytesWriter(values: readonly (Uint8Array | null)[]): ColumnWriter {
  const length = values.reduce((sum, bytes) => sum + (bytes?.length ?? 0), 0)
  return {
    hasNulls: values.includes(null),
    byteLengths: [(values.length + 1) * 4, length],
    write([offsets, text], validity) {
      const ends = new Int32Array(offsets!.buffer, offsets!.byteOffset, values.length + 1)
      let at = 0
      values.forEach((bytes, index) => {
        if (bytes) text!.set(bytes, at)
        at += bytes?.length ?? 0
        ends[index + 1] = at
      })
      return writeNulls(values, validity)
    },
  }
}

/** Sets the bitmap of what is not null; answers how many are. */
export function writeNulls(values: readonly unknown[], validity: Uint8Array | undefined): number {
  if (!validity) return 0
  let nullCount = 0
  values.forEach((value, index) => {
    if (value === null) nullCount++
    else validity[index >> 3]! |= 1 << (index & 7)
  })
  return nullCount
}
