/** One column about to be written: how many bytes each of its buffers takes, then the writing itself. */
export type ColumnWriter = {
  /** Whether a validity bitmap is needed. */
  hasNulls: boolean
  /** Bytes of the buffers after the bitmap: values, or offsets and text. */
  byteLengths: readonly number[]
  /** Fills zeroed buffers; answers how many values are null. */
  write(buffers: readonly Uint8Array[], validity: Uint8Array | undefined): number
}

type Region = { offset: number; length: number }

const prefixLength = 8
const nodesAt = 80

/**
 * Writes one encapsulated Arrow IPC record batch message, in a single allocation: every buffer is filled in place.
 *
 * The metadata is a flatbuffer whose layout is fixed but for the numbers of columns and buffers, so it is written
 * directly instead of through a builder.
 */
export function encodeBatchMessage(rowCount: number, writers: readonly ColumnWriter[]): Uint8Array {
  const regions = layOut(rowCount, writers)
  const last = regions.at(-1)
  const bodyLength = last ? align(last.offset + last.length) : 0
  const metadataLength = nodesAt + 16 * writers.length + 8 + 16 * regions.length
  const message = new Uint8Array(prefixLength + metadataLength + bodyLength)
  const view = new DataView(message.buffer)
  view.setInt32(0, -1, true)
  view.setInt32(4, metadataLength, true)
  const metadata = new DataView(message.buffer, prefixLength, metadataLength)
  writeTables(metadata, rowCount, bodyLength, writers.length)
  writeRegions(metadata, nodesAt + 16 * writers.length + 4, regions)
  writeColumns(message, prefixLength + metadataLength, regions, writers, (column, nullCount) => {
    setInt64(metadata, nodesAt + 16 * column, rowCount)
    setInt64(metadata, nodesAt + 16 * column + 8, nullCount)
  })
  return message
}

/** Bytes of a bitmap over so many rows. */
export function bitmapLength(rowCount: number): number {
  return (rowCount + 7) >> 3
}

function layOut(rowCount: number, writers: readonly ColumnWriter[]): Region[] {
  let offset = 0
  return writers.flatMap(({ hasNulls, byteLengths }) =>
    [hasNulls ? bitmapLength(rowCount) : 0, ...byteLengths].map((length) => {
      const region = { offset, length }
      offset += align(length)
      return region
    }),
  )
}

function writeColumns(
  message: Uint8Array,
  bodyAt: number,
  regions: readonly Region[],
  writers: readonly ColumnWriter[],
  onColumn: (column: number, nullCount: number) => void,
): void {
  let next = 0
  const take = () => {
    const { offset, length } = regions[next++]!
    return message.subarray(bodyAt + offset, bodyAt + offset + length)
  }
  writers.forEach((writer, column) => {
    const validity = take()
    const buffers = writer.byteLengths.map(take)
    onColumn(column, writer.write(buffers, writer.hasNulls ? validity : undefined))
  })
}

/** Message {version V5, header RecordBatch, bodyLength} and RecordBatch {length, nodes, buffers}. */
function writeTables(view: DataView, rowCount: number, bodyLength: number, columnCount: number): void {
  const uint16s = (at: number, ...values: number[]) => {
    for (const [index, value] of values.entries()) view.setUint16(at + 2 * index, value, true)
  }
  const buffersAt = nodesAt + 16 * columnCount + 4
  view.setUint32(0, 16, true)
  uint16s(4, 12, 20, 16, 18, 4, 8)
  view.setInt32(16, 12, true)
  view.setUint32(20, 36, true)
  setInt64(view, 24, bodyLength)
  view.setInt16(32, 4, true)
  view.setUint8(34, 3)
  uint16s(40, 10, 20, 8, 4, 16)
  view.setInt32(56, 16, true)
  view.setUint32(60, nodesAt - 4 - 60, true)
  setInt64(view, 64, rowCount)
  view.setUint32(72, buffersAt - 72, true)
  view.setUint32(nodesAt - 4, columnCount, true)
}

function writeRegions(view: DataView, at: number, regions: readonly Region[]): void {
  view.setUint32(at, regions.length, true)
  regions.forEach(({ offset, length }, index) => {
    setInt64(view, at + 4 + 16 * index, offset)
    setInt64(view, at + 12 + 16 * index, length)
  })
}

function setInt64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true)
  view.setUint32(at + 4, Math.floor(value / 0x1_0000_0000), true)
}

function align(length: number): number {
  return (length + 7) & ~7
}
