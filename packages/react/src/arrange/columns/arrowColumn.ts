import type { Column } from '@lakefront/contract'
import { type DataType, TimeUnit, Type } from '@uwdata/flechette'
import { type ColumnReader, readBigints, readNumbers, readTexts } from './fillVector.ts'

const millisecondsPerDay = 86_400_000
const digitsOfUnit: Partial<Record<number, number>> = {
  [TimeUnit.SECOND]: 0,
  [TimeUnit.MILLISECOND]: 3,
  [TimeUnit.MICROSECOND]: 6,
  [TimeUnit.NANOSECOND]: 9,
}
const textTypes: readonly number[] = [Type.Utf8, Type.LargeUtf8, Type.Utf8View]

/**
 * Ways of holding a column that is read straight from Arrow, best first; `undefined` where its cells have to be read.
 * Both hold the same: what a column is, is the contract's to say.
 */
export function arrowColumn(
  { type }: Column,
  arrowType: DataType,
  valueAt: (rowIndex: number) => unknown,
): (() => ColumnReader)[] | undefined {
  const numbers = (convert: (value: unknown) => number | undefined, scale: number | null) => () =>
    readNumbers((rowIndex) => orNull(valueAt(rowIndex), convert), scale)
  const exact = (scale: number) => [
    numbers(safeInteger, scale),
    () => readBigints((rowIndex) => orNull(valueAt(rowIndex), (value) => BigInt(value as bigint)), scale),
  ]

  switch (type) {
    case 'integer':
    case 'decimal':
      if (arrowType.typeId === Type.Int) return exact(0)
      return arrowType.typeId === Type.Decimal && arrowType.scale >= 0 ? exact(arrowType.scale) : undefined
    case 'float':
      return arrowType.typeId === Type.Float ? [numbers(Number, null)] : undefined
    case 'boolean':
      return arrowType.typeId === Type.Bool ? [numbers(Number, null)] : undefined
    case 'date':
      return arrowType.typeId === Type.Date ? [numbers((value) => Number(value) / millisecondsPerDay, 0)] : undefined
    case 'timestamp':
      return arrowType.typeId === Type.Timestamp ? exact(digitsOfUnit[arrowType.unit] ?? 0) : undefined
    case 'text':
      return isText(arrowType) ? [() => readTexts((rowIndex) => orNull(valueAt(rowIndex), String))] : undefined
    default:
      return undefined
  }
}

function orNull<value>(raw: unknown, convert: (raw: unknown) => value | undefined): value | null | undefined {
  return raw === null || raw === undefined ? null : convert(raw)
}

function safeInteger(value: unknown): number | undefined {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : undefined
}

function isText(type: DataType): boolean {
  return textTypes.includes(type.typeId) || (type.typeId === Type.Dictionary && isText(type.dictionary))
}
