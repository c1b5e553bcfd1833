import { type DuckDBDataChunk, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api'
import { bitmapLength, type ColumnWriter } from '../batchMessage.ts'
import { appendBits, countZeros } from '../bits.ts'
import { clearNulls } from '../clearNulls.ts'
import { endlessTicks } from '../moments.ts'
import type { ArrowType } from '../port.ts'
import { textWriter } from '../textColumn.ts'
import { toJsonValue } from './json.ts'
import { stringWriter } from './strings.ts'
import { type RawVector, rawVector } from './vectors.ts'

/** What one chunk adds to a column. */
export type Part = RawVector & { rowCount: number; firstRow: number }

/** Prepares writing one column of several chunks into one Arrow batch. */
export function duckdbColumnWriter(
  chunks: readonly DuckDBDataChunk[],
  columnIndex: number,
  type: DuckDBType,
  arrow: ArrowType,
): ColumnWriter {
  if (arrow.kind === 'text' && type.typeId !== DuckDBTypeId.VARCHAR) return convertedWriter(chunks, columnIndex)
  const parts = partsOf(chunks, columnIndex)
  const rowCount = parts.reduce((sum, part) => sum + part.rowCount, 0)
  const hasNulls = parts.some(({ validity }) => validity !== undefined)
  const writeNulls = (validity: Uint8Array | undefined) => (validity ? writeValidity(parts, validity, rowCount) : 0)
  if (arrow.kind === 'text' || arrow.kind === 'binary') return stringWriter(parts, rowCount, hasNulls, writeNulls)
  const { width, copy } = fixedLayout(type, arrow)
  const byteLength = arrow.kind === 'boolean' ? bitmapLength(rowCount) : rowCount * width
  return {
    hasNulls,
    byteLengths: [byteLength],
    write([values], validity) {
      for (const part of parts) copy(part, values!)
      const nullCount = writeNulls(validity)
      if (validity) clearNulls(values!, validity, rowCount, width)
      return nullCount
    },
  }
}

function partsOf(chunks: readonly DuckDBDataChunk[], columnIndex: number): Part[] {
  let firstRow = 0
  return chunks.map((chunk) => {
    const part = { ...rawVector(chunk, columnIndex), rowCount: chunk.rowCount, firstRow }
    firstRow += chunk.rowCount
    return part
  })
}

function writeValidity(parts: readonly Part[], validity: Uint8Array, rowCount: number): number {
  for (const part of parts) appendBits(validity, part.firstRow, part.validity, part.rowCount)
  return countZeros(validity, rowCount)
}

type FixedLayout = { width: number; copy(part: Part, values: Uint8Array): void }

function fixedLayout(type: DuckDBType, arrow: ArrowType): FixedLayout {
  if (arrow.kind === 'boolean') return { width: 0, copy: packBooleans }
  const width = arrow.kind === 'decimal' ? 16 : arrow.kind === 'int32' || arrow.kind === 'date' ? 4 : 8
  const widen = widenings[type.typeId]
  if (widen) return { width, copy: ({ bytes, firstRow }, values) => widen(bytes, values.subarray(firstRow * width)) }
  if (arrow.kind === 'decimal' && arrow.precision <= 18) return { width, copy: decimalCopy(arrow.precision) }
  return { width, copy: ({ bytes, firstRow }, values) => values.set(bytes, firstRow * width) }
}

function packBooleans({ bytes, firstRow, rowCount }: Part, values: Uint8Array): void {
  for (let i = 0; i < rowCount; i++) {
    if (bytes[i] !== 0) values[(firstRow + i) >> 3]! |= 1 << ((firstRow + i) & 7)
  }
}

/** Sign-extends DuckDB's narrow decimals to Arrow's 128 bits, as four words each. */
function decimalCopy(precision: number) {
  const words = precision <= 9 ? 1 : 2
  return ({ bytes, firstRow, rowCount }: Part, values: Uint8Array) => {
    const source = precision <= 4 ? Int32Array.from(int16s(bytes)) : int32s(bytes)
    const target = int32s(values.subarray(firstRow * 16))
    for (let i = 0; i < rowCount; i++) {
      const high = source[i * words + words - 1]!
      target[i * 4] = source[i * words]!
      target[i * 4 + 1] = words === 2 ? high : high >> 31
      target[i * 4 + 2] = high >> 31
      target[i * 4 + 3] = high >> 31
    }
  }
}

/** Types that are narrower, or in another unit, than their Arrow layout. */
const widenings: Partial<Record<DuckDBTypeId, (source: Uint8Array, target: Uint8Array) => void>> = {
  [DuckDBTypeId.TINYINT]: (source, target) =>
    int32s(target).set(new Int8Array(source.buffer, source.byteOffset, source.length)),
  [DuckDBTypeId.SMALLINT]: (source, target) => int32s(target).set(int16s(source)),
  [DuckDBTypeId.UTINYINT]: (source, target) => int32s(target).set(source),
  [DuckDBTypeId.USMALLINT]: (source, target) =>
    int32s(target).set(new Uint16Array(source.buffer, source.byteOffset, source.length / 2)),
  [DuckDBTypeId.UINTEGER]: (source, target) =>
    int64s(target).set(
      BigInt64Array.from(new Uint32Array(source.buffer, source.byteOffset, source.length / 4), BigInt),
    ),
  [DuckDBTypeId.FLOAT]: (source, target) =>
    new Float64Array(target.buffer, target.byteOffset, source.length / 4).set(
      new Float32Array(source.buffer, source.byteOffset, source.length / 4),
    ),
  [DuckDBTypeId.TIMESTAMP_S]: (source, target) => scaleTicks(source, target, 1_000_000n),
  [DuckDBTypeId.TIMESTAMP_MS]: (source, target) => scaleTicks(source, target, 1_000n),
  [DuckDBTypeId.UBIGINT]: (source, target) => {
    const [halves, words] = [int32s(source), int32s(target)]
    for (let i = 0; i < halves.length; i++) words[(i >> 1) * 4 + (i & 1)] = halves[i]!
  },
}

/** Turns seconds or milliseconds into microseconds. What has no end stays endless. */
function scaleTicks(source: Uint8Array, target: Uint8Array, factor: bigint): void {
  const isEndless = (ticks: bigint) => ticks === endlessTicks || ticks === -endlessTicks
  int64s(target).set(int64s(source).map((ticks) => (isEndless(ticks) ? ticks : ticks * factor)))
}

/** Everything that has no layout of its own travels as text: JSON for lists and structs. */
function convertedWriter(chunks: readonly DuckDBDataChunk[], columnIndex: number): ColumnWriter {
  return textWriter(chunks.flatMap((chunk) => chunk.convertColumnValues(columnIndex, toJsonValue).map(asText)))
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const int16s = ({ buffer, byteOffset, byteLength }: Uint8Array) => new Int16Array(buffer, byteOffset, byteLength >> 1)
const int32s = ({ buffer, byteOffset, byteLength }: Uint8Array) => new Int32Array(buffer, byteOffset, byteLength >> 2)
const int64s = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new BigInt64Array(buffer, byteOffset, byteLength >> 3)
