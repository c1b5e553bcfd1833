import type { Vector } from '../columns/vector.ts'
import { forEachIn, type Steps } from './steps.ts'

/** Which rows have the same value in a column; what is empty counts as a value. */
export type ValueCodes = {
  /** The value of each row, by its number. */
  codes: Uint32Array
  /** The first row that has each value, over all rows. */
  firstRows: Uint32Array
}

/** Numbers the distinct values of a column in the order in which they first come. */
export function* valueCodes(vector: Vector, rowCount: number): Steps<ValueCodes> {
  const codes = new Uint32Array(rowCount)
  const firstRows: number[] = []
  const codeByValue = new Map<number | bigint | null, number>()
  const values = vector.kind === 'texts' ? vector.codes : vector.values
  yield* forEachIn(0, rowCount, (row) => {
    const value = vector.nulls[row] ? null : values[row]!
    let code = codeByValue.get(value)
    if (code === undefined) {
      code = firstRows.push(row) - 1
      codeByValue.set(value, code)
    }
    codes[row] = code
  })
  return { codes, firstRows: Uint32Array.from(firstRows) }
}
