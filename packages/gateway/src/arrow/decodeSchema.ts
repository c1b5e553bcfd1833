import { arrowColumnsMetadataKey, type Column } from '@lakefront/contract'
import { type DataType, Type, tableFromIPC } from '@uwdata/flechette'
import type { ArrowType, RowSchema } from './port.ts'
import { endOfStream } from './schemaMessage.ts'

/**
 * Reads a schema message that {@link encodeSchema} wrote.
 *
 * @throws {RangeError} when a column has a layout that is not ours.
 */
export function decodeSchema(bytes: Uint8Array): RowSchema {
  const { schema } = tableFromIPC([bytes, endOfStream])
  const types = schema.fields.map(({ name, type }) => arrowTypeFrom(type, name))
  const told = schema.metadata?.get(arrowColumnsMetadataKey)
  if (told === undefined) throw new RangeError('The Arrow schema does not describe its columns.')
  return { columns: JSON.parse(told) as Column[], types, bytes }
}

function arrowTypeFrom(type: DataType, name: string): ArrowType {
  switch (type.typeId) {
    case Type.Int:
      if (type.signed && type.bitWidth === 32) return { kind: 'int32' }
      if (type.signed && type.bitWidth === 64) return { kind: 'int64' }
      break
    case Type.Float:
      if (type.precision === 2) return { kind: 'float64' }
      break
    case Type.Bool:
      return { kind: 'boolean' }
    case Type.Utf8:
      return { kind: 'text' }
    case Type.Binary:
      return { kind: 'binary' }
    case Type.Date:
      if (type.unit === 0) return { kind: 'date' }
      break
    case Type.Timestamp:
      if (type.unit === 2 || type.unit === 3) return timestampType(type.timezone, type.unit)
      break
    case Type.Decimal:
      if (type.bitWidth === 128) return { kind: 'decimal', precision: type.precision, scale: type.scale }
      break
  }
  throw new RangeError(`Arrow column ${name} has a layout that is not expected.`)
}

function timestampType(timezone: string | null, unit: 2 | 3): ArrowType {
  const kind = timezone ? 'timestamptz' : 'timestamp'
  return unit === 3 ? { kind, isNanoseconds: true } : { kind }
}
