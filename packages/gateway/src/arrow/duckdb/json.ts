import {
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBGeometryValue,
  DuckDBIntervalValue,
  type DuckDBMapType,
  DuckDBMapValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBUnionType,
  DuckDBUnionValue,
  type DuckDBValueConverter,
  type Json,
  JsonDuckDBValueConverter,
} from '@duckdb/node-api'
import { formatDate, formatTimestamp, ticksPerSecond } from '../moments.ts'

/**
 * A value inside a list or a struct as the contract writes cells: wide integers and decimals as text, times as ISO 8601,
 * bytes as base64. Maps become objects, a union the one member that it has.
 */
export const toJsonValue: DuckDBValueConverter<Json> = (value, type, converter) => {
  if (value instanceof DuckDBBlobValue || value instanceof DuckDBGeometryValue) return base64(value.bytes)
  if (value instanceof DuckDBIntervalValue) return value.toString()
  if (value instanceof DuckDBDateValue) return formatDate(value.days)
  if (value instanceof DuckDBTimestampValue) return formatTimestamp(value.micros, '')
  if (value instanceof DuckDBTimestampTZValue) return formatTimestamp(value.micros, 'Z')
  if (value instanceof DuckDBTimestampNanosecondsValue)
    return formatTimestamp(value.nanos, '', ticksPerSecond.nanoseconds)
  if (value instanceof DuckDBMapValue) return mapObject(value, type as DuckDBMapType, converter)
  if (value instanceof DuckDBUnionValue)
    return { [value.tag]: converter(value.value, (type as DuckDBUnionType).memberTypeForTag(value.tag), converter) }
  return JsonDuckDBValueConverter(value, type, converter)
}

function mapObject(
  { entries }: DuckDBMapValue,
  { keyType, valueType }: DuckDBMapType,
  converter: DuckDBValueConverter<Json>,
): Json {
  const named = entries.map(({ key, value }) => {
    const name = converter(key, keyType, converter)
    return [typeof name === 'string' ? name : JSON.stringify(name), converter(value, valueType, converter)] as const
  })
  return Object.fromEntries(named)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
