import type { Cell } from '@lakefront/contract'
import { type Column, type DataType, TimeUnit, Type } from '@uwdata/flechette'

type Convert = (value: unknown) => Cell

/** Reads a column's values as the contract writes them in JSON, so that a page and a stream show the same. */
export function cellReader(column: Column<unknown>): (rowIndex: number) => Cell {
  const convert = converterOf(column.type)
  return (rowIndex) => {
    const value = column.at(rowIndex)
    return value === null || value === undefined ? null : convert(value)
  }
}

function converterOf(type: DataType): Convert {
  switch (type.typeId) {
    case Type.Dictionary:
      return converterOf(type.dictionary)
    case Type.Decimal:
      return (value) => decimalText(BigInt(value as bigint), type.scale)
    case Type.Date:
      return (value) => new Date(Number(value)).toISOString().slice(0, 10)
    case Type.Timestamp:
      return (value) => timestampText(value as bigint, type.unit, type.timezone)
    case Type.Binary:
    case Type.LargeBinary:
    case Type.FixedSizeBinary:
      return (value) => base64(value as Uint8Array)
    default:
      return plainCell
  }
}

/** What JSON numbers can not hold becomes text: 64-bit integers, NaN, infinities; so do lists and structs. */
function plainCell(value: unknown): Cell {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'bigint':
      return value.toString()
    case 'object':
      return JSON.stringify(value, plainJson)
    default:
      return value as Cell
  }
}

function plainJson(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  // A list of numbers comes as a typed array, which JSON would write as an object.
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value
}

/** Writes a scaled integer out in full: no digit goes through floating point. */
function decimalText(scaled: bigint, scale: number): string {
  if (scale <= 0) return (scaled * 10n ** BigInt(-scale)).toString()
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(scale + 1, '0')
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const nanosecondsPerUnit: Record<number, bigint> = {
  [TimeUnit.SECOND]: 1_000_000_000n,
  [TimeUnit.MILLISECOND]: 1_000_000n,
  [TimeUnit.MICROSECOND]: 1_000n,
  [TimeUnit.NANOSECOND]: 1n,
}
const nanosecondsPerMillisecond = 1_000_000n

/** ISO 8601 with three, six or nine digits of a second, and `Z` only when the source knows the time zone. */
function timestampText(value: bigint, unit: number, timezone: string | null | undefined): string {
  const nanoseconds = value * (nanosecondsPerUnit[unit] ?? 1n)
  const rest = ((nanoseconds % nanosecondsPerMillisecond) + nanosecondsPerMillisecond) % nanosecondsPerMillisecond
  const milliseconds = Number((nanoseconds - rest) / nanosecondsPerMillisecond)
  const digits = rest
    .toString()
    .padStart(6, '0')
    .replace(/(000){1,2}$/, '')
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${digits}${timezone ? 'Z' : ''}`
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
