import type { Cell } from '@lakefront/contract'
import { tableFromIPC } from '@uwdata/flechette'
import { formatDecimal } from './decimals.ts'
import { formatDate, formatTimestamp } from './moments.ts'
import type { ArrowType } from './port.ts'
import { encodeSchema } from './schemaMessage.ts'
import { ticksOf } from './types.ts'

const millisecondsPerDay = 86_400_000

/**
 * Values of one record batch message as they are counted: days, ticks and scaled integers as `number` or `bigint`, bytes
 * as `Uint8Array`, text as `string`; `null` for nothing.
 */
export type RawReader = (columnIndex: number, row: number) => unknown

/** Reads the values of one record batch message. */
export function createRawReader(batch: Uint8Array, types: readonly ArrowType[]): RawReader {
  const columns = types.map((_, index) => ({ name: String(index), type: 'text' as const }))
  const options = { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true }
  const table = tableFromIPC([encodeSchema(columns, types).bytes, batch], options)
  const vectors = types.map((_, index) => table.getChildAt(index))
  return (columnIndex, row) => {
    const value = vectors[columnIndex]!.at(row) ?? null
    if (value === null) return null
    const { kind } = types[columnIndex]!
    if (kind === 'date') return Number(value) / millisecondsPerDay
    return kind === 'decimal' ? BigInt(value) : value
  }
}

/** Reads cells of one record batch message as the contract writes them in JSON. */
export function createDecoder(
  batch: Uint8Array,
  types: readonly ArrowType[],
): (start: number, end: number) => Cell[][] {
  const read = createRawReader(batch, types)
  const writers = types.map(cellWriterOf)
  const cell = (column: number, row: number) => {
    const value = read(column, row)
    return value === null ? null : writers[column]!(value as never)
  }
  return (start, end) =>
    Array.from({ length: Math.max(0, end - start) }, (_, index) =>
      types.map((_, column) => cell(column, start + index)),
    )
}

/** How the contract writes the values of a column, as {@link RawReader} reads them. */
function cellWriterOf(type: ArrowType): (value: never) => Cell {
  switch (type.kind) {
    case 'int64':
      return (value: bigint) => value.toString()
    case 'decimal':
      return (value: bigint) => formatDecimal(value, type.scale)
    case 'float64':
      // JSON has no NaN, no infinities and no zero below zero.
      return (value: number) => (Number.isFinite(value) && !Object.is(value, -0) ? value : floatText(value))
    case 'binary':
      return (value: Uint8Array) => Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
    case 'date':
      return formatDate
    case 'timestamp':
      return (value: bigint) => formatTimestamp(value, '', ticksOf(type))
    case 'timestamptz':
      return (value: bigint) => formatTimestamp(value, 'Z', ticksOf(type))
    default:
      return (value: Cell) => value
  }
}

function floatText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}
