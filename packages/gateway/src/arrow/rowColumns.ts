import { bitmapLength, type ColumnWriter } from './batchMessage.ts'
import { parseDate, parseDecimal, parseTimestamp } from './cells.ts'
import type { ArrowType } from './port.ts'
import { textWriter, writeNulls } from './textColumn.ts'

/** Prepares writing one column of JSON-like values. */
export function rowColumnWriter(type: ArrowType, values: readonly unknown[], name: string): ColumnWriter {
  const fitted = values.map((value) => {
    if (value === null) return null
    const fit = fitters[type.kind](value, type)
    if (fit === undefined) throw new TypeError(`Column ${name}: ${preview(value)} is no ${type.kind}.`)
    return fit
  })
  if (type.kind === 'text') return textWriter(fitted as (string | null)[])
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
type Fitter = (value: unknown, type: ArrowType) => unknown

const fitters: Record<Kind, Fitter> = {
  int32: (value) => (Number.isInteger(Number(value)) ? Number(value) : undefined),
  int64: (value) => integerOf(value),
  float64: (value) => numberOf(value),
  boolean: (value) => booleanOf(value),
  text: (value) => (typeof value === 'string' ? value : textOf(value)),
  date: (value) => parseDate(value instanceof Date ? value.toISOString() : String(value)),
  timestamp: (value) => parseTimestamp(value instanceof Date ? value.toISOString() : String(value)),
  timestamptz: (value) => parseTimestamp(value instanceof Date ? value.toISOString() : String(value)),
  decimal: (value, type) => (type.kind === 'decimal' ? parseDecimal(String(value), type.scale) : undefined),
}

type Setter = { width: number; set(view: DataView, index: number, value: never): void }

const setInt64: Setter = {
  width: 8,
  set: (view, index, value: bigint) => view.setBigInt64(index * 8, value, true),
}
const setInt32: Setter = { width: 4, set: (view, index, value: number) => view.setInt32(index * 4, value, true) }

const setters: Record<Exclude<Kind, 'text'>, Setter> = {
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
