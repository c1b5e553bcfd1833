import { arrowColumnsMetadataKey, type Column } from '@lakefront/contract'
import * as flechette from '@uwdata/flechette'
import { splitMessages } from './frames.ts'
import type { ArrowType, RowSchema } from './port.ts'

/** Ends an Arrow IPC stream. */
export const endOfStream: Uint8Array = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0)

/** Makes the message that starts a stream: Arrow fields, and our columns as JSON in the schema's metadata. */
export function encodeSchema(columns: readonly Column[], types: readonly ArrowType[]): RowSchema {
  const fields = columns.map((column, index) => fieldOf(column, types[index]!))
  const metadata = new Map([[arrowColumnsMetadataKey, JSON.stringify(columns)]])
  const schema: flechette.Schema = { version: 4, endianness: 0, fields, metadata }
  const stream = flechette.tableToIPC(new flechette.Table(schema, []), { format: 'stream' })
  const [bytes] = splitMessages(stream!)
  return { columns, types, bytes: bytes! }
}

/** Marks text that is JSON, with the name that Arrow has for that. */
function fieldOf({ name, type }: Column, arrow: ArrowType): flechette.Field {
  const isJson = arrow.kind === 'text' && (type === 'list' || type === 'struct')
  const metadata = isJson ? new Map([['ARROW:extension:name', 'arrow.json']]) : null
  return flechette.field(name, fieldType(arrow), true, metadata)
}

function fieldType(type: ArrowType): flechette.DataType {
  switch (type.kind) {
    case 'int32':
      return flechette.int32()
    case 'int64':
      return flechette.int64()
    case 'float64':
      return flechette.float64()
    case 'boolean':
      return flechette.bool()
    case 'text':
      return flechette.utf8()
    case 'binary':
      return flechette.binary()
    case 'date':
      return flechette.dateDay()
    case 'timestamp':
      return flechette.timestamp(timeUnit(type))
    case 'timestamptz':
      return flechette.timestamp(timeUnit(type), 'UTC')
    case 'decimal':
      return flechette.decimal128(type.precision, type.scale)
  }
}

function timeUnit({ isNanoseconds }: { isNanoseconds?: boolean }): 2 | 3 {
  return isNanoseconds ? flechette.TimeUnit.NANOSECOND : flechette.TimeUnit.MICROSECOND
}
