import { arrowColumnsMetadataKey, type Cell, type Column, type Row } from '@lakefront/contract'
import {
  bool,
  columnFromArray,
  type DataType,
  dateDay,
  decimal,
  float64,
  int64,
  type Table,
  TimeUnit,
  tableFromColumns,
  tableToIPC,
  timestamp,
  utf8,
} from '@uwdata/flechette'

const endOfStream = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0)

/** The parts of an Arrow IPC stream, so that a script can resume it or cut it off between any two of them. */
export type ArrowStreamParts = { schema: Uint8Array; batches: Uint8Array[]; end: Uint8Array }

/** Encodes rows as the gateway does: a schema, then a record batch for each group of rows. */
export function encodeRows(columns: readonly Column[], batches: readonly (readonly Row[])[]): ArrowStreamParts {
  const empty = encode(columns, [])
  const schema = empty.subarray(0, empty.length - endOfStream.length)
  return {
    schema,
    // Every table starts with the same schema message, and ends with the same marker.
    batches: batches.map((rows) => encode(columns, rows).subarray(schema.length, -endOfStream.length)),
    end: endOfStream,
  }
}

function encode(columns: readonly Column[], rows: readonly Row[]): Uint8Array {
  const encoded = columns.map((column, index) => {
    const { type, convert } = encodingOf(column)
    const values = rows.map((row) => (row[index] === null || row[index] === undefined ? null : convert(row[index])))
    return [column.name, columnFromArray(values, type)] as [string, ReturnType<typeof columnFromArray>]
  })
  const table: Table = tableFromColumns(encoded)
  table.schema.metadata = new Map([[arrowColumnsMetadataKey, JSON.stringify(columns)]])
  const bytes = tableToIPC(table, { format: 'stream' })
  if (!bytes) throw new Error('The rows could not be encoded.')
  return bytes
}

function encodingOf({ type, scale = 2 }: Column): { type: DataType; convert(cell: Cell): unknown } {
  switch (type) {
    case 'integer':
      return { type: int64(), convert: (cell) => BigInt(cell as string) }
    case 'decimal':
      return { type: decimal(38, scale), convert: (cell) => scaledInteger(String(cell), scale) }
    case 'float':
      return { type: float64(), convert: Number }
    case 'boolean':
      return { type: bool(), convert: Boolean }
    case 'date':
      return { type: dateDay(), convert: (cell) => new Date(String(cell)) }
    case 'timestamp':
      return { type: timestamp(TimeUnit.MICROSECOND, 'UTC'), convert: (cell) => Date.parse(String(cell)) }
    default:
      return { type: utf8(), convert: String }
  }
}

/** `-12.5` with scale 2 is `-1250n`. */
function scaledInteger(text: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale))
}
