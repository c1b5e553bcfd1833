import type { Cell } from '@lakefront/contract'
import { type Column, type DataType, TimeUnit, Type } from '@uwdata/flechette'
import { dateText, timestampText } from './momentText.ts'

/** What a value is in JSON; lists and structs are still whole. */
type Convert = (value: unknown) => unknown

/** Reads a column's values as the contract writes them in JSON, so that a page and a stream show the same. */
export function cellReader(column: Column<unknown>): (rowIndex: number) => Cell {
  const convert = converterOf(column.type)
  return (rowIndex) => {
    const value = orNull(convert, column.at(rowIndex))
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell)
  }
}

function converterOf(type: DataType): Convert {
  switch (type.typeId) {
    case Type.Dictionary:
      return converterOf(type.dictionary)
    case Type.Decimal:
      return (value) => decimalText(BigInt(value as bigint), type.scale)
    case Type.Date:
      return (value) => dateText(Number(value) / millisecondsPerDay)
    case Type.Timestamp:
      return (value) => timestampText(value as bigint, ticksPerSecond[type.unit]!, Boolean(type.timezone))
    case Type.Binary:
    case Type.LargeBinary:
    case Type.FixedSizeBinary:
      return (value) => base64(value as Uint8Array)
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList:
      return listConverter(converterOf(type.children[0]!.type))
    case Type.Struct:
      return structConverter(type.children)
    default:
      return plainCell
  }
}

function listConverter(convert: Convert): Convert {
  // A list of numbers comes as a typed array, which JSON would write as an object.
  return (value) => Array.from(value as ArrayLike<unknown>, (item) => orNull(convert, item))
}

function structConverter(fields: readonly { name: string; type: DataType }[]): Convert {
  const members = fields.map(({ name, type }) => [name, converterOf(type)] as const)
  return (value) => {
    const struct = value as Record<string, unknown>
    return Object.fromEntries(members.map(([name, convert]) => [name, orNull(convert, struct[name])]))
  }
}

function orNull(convert: Convert, value: unknown): unknown {
  return value === null || value === undefined ? null : convert(value)
}

/** What JSON numbers can not hold becomes text: 64-bit integers, NaN, infinities, a zero below zero. */
function plainCell(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value
  return Object.is(value, -0) ? '-0' : String(value)
}

/** Writes a scaled integer out in full: no digit goes through floating point. */
function decimalText(scaled: bigint, scale: number): string {
  if (scale <= 0) return (scaled * 10n ** BigInt(-scale)).toString()
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(scale + 1, '0')
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const millisecondsPerDay = 86_400_000

const ticksPerSecond: Record<number, bigint> = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1_000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
}

/** Spread over a call's arguments, a large value would overflow the stack, so it is turned in pieces. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += bytesPerPiece) {
    text += String.fromCharCode(...bytes.subarray(start, start + bytesPerPiece))
  }
  return btoa(text)
}

const bytesPerPiece = 8_192
