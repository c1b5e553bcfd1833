import type { Cell, Column } from '@lakefront/contract'
import type { Steps } from '../engine/steps.ts'
import { forEachIn } from '../engine/steps.ts'
import { fractionDigits, isExact, scaledInteger } from './exactText.ts'
import {
  type ColumnReader,
  fillBigints,
  fillNumbers,
  noBigints,
  noNumbers,
  readBigints,
  readNumbers,
  readTexts,
} from './fillVector.ts'
import { daysOf, type Moment, momentOf } from './timeText.ts'
import type { BigintVector, NumberVector } from './vector.ts'

type ReadCell = (rowIndex: number) => Cell

/** Ways of holding a column that is read as cells, best first; the last takes whatever comes. */
export function cellColumn({ type, scale = 0 }: Column, cellAt: ReadCell): (() => ColumnReader)[] {
  const texts = () => readTexts((rowIndex) => textOf(cellAt(rowIndex)))
  const floats = () => readNumbers((rowIndex) => floatOf(cellAt(rowIndex)), null)
  switch (type) {
    case 'integer':
    case 'decimal':
      return [() => exactNumbers(cellAt, scale), () => exactBigints(cellAt, scale), floats, texts]
    case 'float':
      return [floats, texts]
    case 'boolean':
      return [() => readNumbers((rowIndex) => booleanOf(cellAt(rowIndex)), null), texts]
    case 'date':
      return [() => readNumbers((rowIndex) => mapText(cellAt(rowIndex), daysOf), 0), texts]
    case 'timestamp':
      return [
        () => readNumbers((rowIndex) => mapText(cellAt(rowIndex), microsecondsOf), 6),
        () => readBigints((rowIndex) => mapText(cellAt(rowIndex), nanosecondsOf), 9),
        texts,
      ]
    default:
      return [texts]
  }
}

function exactNumbers(cellAt: ReadCell, scale: number): ColumnReader {
  const vector = noNumbers(scale)
  return exact(vector, cellAt, (rowCount) =>
    fillNumbers(vector, rowCount, (rowIndex) => {
      const value = mapText(textOf(cellAt(rowIndex)), (text) => Number(scaledInteger(text, vector.scale ?? 0)))
      return value === null || Number.isSafeInteger(value) ? value : undefined
    }),
  )
}

function exactBigints(cellAt: ReadCell, scale: number): ColumnReader {
  const vector = noBigints(scale)
  return exact(vector, cellAt, (rowCount) =>
    fillBigints(vector, rowCount, (rowIndex) =>
      mapText(textOf(cellAt(rowIndex)), (text) => scaledInteger(text, vector.scale)),
    ),
  )
}

/** The scale is that of the longest fraction; a longer one than were held begins anew. */
function exact(
  vector: NumberVector | BigintVector,
  cellAt: ReadCell,
  fillTo: (rowCount: number) => Steps<boolean>,
): ColumnReader {
  return {
    vector,
    *readTo(rowCount) {
      let scale = vector.scale ?? 0
      let fits = true
      yield* forEachIn(vector.length, rowCount, (rowIndex) => {
        const text = textOf(cellAt(rowIndex))
        if (text === null) return
        if (isExact(text)) scale = Math.max(scale, fractionDigits(text))
        else fits = false
      })
      if (!fits) return false
      if (scale !== vector.scale) vector.length = 0
      vector.scale = scale
      return yield* fillTo(rowCount)
    },
  }
}

function textOf(cell: Cell): string | null {
  return cell === null ? null : String(cell)
}

function mapText<value>(cell: Cell, convert: (text: string) => value | undefined): value | null | undefined {
  return cell === null ? null : convert(String(cell))
}

function floatOf(cell: Cell): number | null | undefined {
  if (cell === null || typeof cell === 'number') return cell
  const number = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : Number.NaN
  return Number.isNaN(number) && cell !== 'NaN' ? undefined : number
}

function booleanOf(cell: Cell): number | null | undefined {
  if (cell === null) return null
  return typeof cell === 'boolean' ? Number(cell) : undefined
}

function microsecondsOf(text: string): number | undefined {
  const moment = momentOf(text)
  if (!moment || /[1-9]/.test(moment.fraction.slice(6))) return undefined
  const microseconds = moment.seconds * 1e6 + Number(moment.fraction.slice(0, 6).padEnd(6, '0'))
  return Number.isSafeInteger(microseconds) ? microseconds : undefined
}

function nanosecondsOf(text: string): bigint | undefined {
  const moment = momentOf(text)
  return moment && nanoseconds(moment)
}

/** Nanoseconds since 1970. */
export function nanoseconds({ seconds, fraction }: Moment): bigint {
  return BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'))
}
