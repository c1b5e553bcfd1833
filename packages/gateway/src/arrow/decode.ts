import type { Cell } from '@lakefront/contract'
import { type Column as ArrowColumn, tableFromIPC } from '@uwdata/flechette'
import { formatDate, formatDecimal, formatTimestamp } from './cells.ts'
import type { ArrowType } from './port.ts'
import { encodeSchema } from './schemaMessage.ts'

type CellReader = (row: number) => Cell

/** Reads cells of one record batch message as the contract writes them in JSON. */
export function createDecoder(
  batch: Uint8Array,
  types: readonly ArrowType[],
): (start: number, end: number) => Cell[][] {
  const columns = types.map((_, index) => ({ name: String(index), type: 'text' as const }))
  const schema = encodeSchema(columns, types)
  const table = tableFromIPC([schema.bytes, batch], { useBigInt: true, useDecimalInt: true })
  const readers = types.map((type, index) => cellReader(type, table.getChildAt(index)))
  return (start, end) =>
    Array.from({ length: Math.max(0, end - start) }, (_, index) => readers.map((read) => read(start + index)))
}

function cellReader(type: ArrowType, column: ArrowColumn<unknown>): CellReader {
  const convert = converterOf(type)
  const read =
    type.kind === 'timestamp' || type.kind === 'timestamptz' ? rawMicroseconds(column) : column.at.bind(column)
  return (row) => {
    const value = read(row)
    return value === null || value === undefined ? null : convert(value as never)
  }
}

/** Flechette turns timestamps into milliseconds as floating point; the microseconds are in the buffer. */
function rawMicroseconds(column: ArrowColumn<unknown>): (row: number) => bigint | null {
  const batch = column.data[0]
  const values = batch?.values as BigInt64Array | undefined
  return (row) => (values && (batch?.nullCount === 0 || batch?.isValid(row)) ? values[row]! : null)
}

function converterOf(type: ArrowType): (value: never) => Cell {
  switch (type.kind) {
    case 'int64':
      return (value: bigint) => value.toString()
    case 'decimal':
      return (value: bigint) => formatDecimal(BigInt(value), type.scale)
    case 'float64':
      // JSON has no NaN and no infinities.
      return (value: number) => (Number.isFinite(value) ? value : String(value))
    case 'date':
      return (value: number | Date) => formatDate(Number(value))
    case 'timestamp':
      return (value: bigint) => formatTimestamp(value, '')
    case 'timestamptz':
      return (value: bigint) => formatTimestamp(value, 'Z')
    default:
      return (value: Cell) => value
  }
}
