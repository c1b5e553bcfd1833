import { bitmapLength, type ColumnWriter } from './batchMessage.ts'
import { parseDecimal } from './decimals.ts'
import { parseDate, parseTimestamp } from './moments.ts'
import type { ArrowType } from './port.ts'
import { bytesWriter, textWriter, writeNulls } from './textColumn.ts'
import { ticksOf } from './types.ts'

/** Prepares writing one column of JSON-like values. */
export function rowColumnWriter(type: ArrowType, values: readonly unknown[], name: string): ColumnWriter {
  const fitted = values.map((value) => {
    if (value === null) return null
    const fit = fitters[type.kind](value, type as never)
    if (fit === undefined) throw new TypeError(`Column ${name}: ${preview(value)} is no ${type.kind}.`)
    return fit
  })
  if (type.kind === 'text') return textWriter(fitted as (string | null)[])
  if (type.kind === 'binary') return bytesWriter(fitted as (Uint8Array | null)[])
  const { width, set } = setters[type.kind]
  return {
    hasNulls: fitted.includes(null),
    byteLengths: [type.kind === 'boolean' ? bitmapLength(fitted.length) : fitted.length * width],
    write([bytes], validity) {
      const view = new DataView(bytes!.buffer, bytes!.byteOffset, bytes!.byteLength)
      fitted.forEach((value, index) => {
        if (value !== null) set(view, index, value as never)
      })
      return writeNulls(fitted, validity)
    },
  }
}

type Kind = ArrowType['kind']
type TypeOf<Name extends Kind> = Extract<ArrowType, { kind: Name }>

const fitters: { [Name in Kind]: (value: unknown, type: TypeOf<Name>) => unknown } = {
  int32: (value) => (Number.isInteger(Number(value)) ? Number(value) : undefined),
  int64: (value) => integerOf(value),
  float64: (value) => numberOf(value),
  boolean: (value) => booleanOf(value),
  text: (value) => (typeof value === 'string' ? value : textOf(value)),
  binary: (value) => bytesOf(value),
  date: (value) => parseDate(textOf(value)),
  timestamp: (value, type) => parseTimestamp(textOf(value), ticksOf(type)),
  timestamptz: (value, type) => parseTimestamp(textOf(value), ticksOf(type)),
  decimal: (value, type) => decimalOf(value, type),
}

type Setter = { width: number; set(view: DataView, index: number, value: never): void }

const setInt64: Setter = {
  width: 8,
  set: (view, index, value: bigint) => view.setBigInt64(index * 8, value, true),
}
const setInt32: Setter = { width: 4, set: (view, index, value: number) => view.setInt32(index * 4, value, true) }

const setters: Record<Exclude<Kind, 'text' | 'binary'>, Setter> = {
  int32: setInt32,
  int64: setInt64,
  date: setInt32,
  timestamp: setInt64,
  timestamptz: setInt64,
  float64: { width: 8, set: (view, index, value: number) => view.setFloat64(index * 8, value, true) },
  boolean: {
    width: 0,
    set: (view, index, value: boolean) => {
      if (value) view.setUint8(index >> 3, view.getUint8(index >> 3) | (1 << (index & 7)))
    },
  },
  decimal: {
    width: 16,
    set: (view, index, value: bigint) => {
      view.setBigInt64(index * 16, BigInt.asIntN(64, value), true)
      view.setBigInt64(index * 16 + 8, value >> 64n, true)
    },
  },
}

function integerOf(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value
  const scaled = parseDecimal(String(value), 0)
  return scaled !== undefined && BigInt.asIntN(64, scaled) === scaled ? scaled : undefined
}

function decimalOf(value: unknown, { precision, scale }: TypeOf<'decimal'>): bigint | undefined {
  const scaled = parseDecimal(String(value), scale)
  const limit = 10n ** BigInt(precision)
  return scaled !== undefined && -limit < scaled && scaled < limit ? scaled : undefined
}

/** Bytes travel in JSON as base64. What only looks like it would not come out again as it was. */
function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value
  const bytes = Buffer.from(String(value), 'base64')
  return bytes.toString('base64') === value ? bytes : undefined
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const text = String(value).trim()
  const number = Number(text)
  if (text === '' || (Number.isNaN(number) && text.toLowerCase() !== 'nan')) return undefined
  return number
}

function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = String(value).toLowerCase()
  if (['true', 't', '1', 'yes'].includes(text)) return true
  return ['false', 'f', '0', 'no'].includes(text) ? false : undefined
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function preview(value: unknown): string {
  const text = textOf(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
