import type { BigintVector, NumberVector, TextVector, Vector } from '../columns/vector.ts'
import { forEachIn, type Steps } from '../engine/steps.ts'

/** Which rows have the same value in a column; what is empty counts as a value. */
export type ValueCodes = {
  /** The value of each row, by a number of its own. */
  codes: Uint32Array
  /** The first row that has each value. */
  firstRows: Uint32Array
}

/** Numbers the distinct values of a column. */
export function valueCodes(vector: Vector, rowCount: number): Steps<ValueCodes> {
  return vector.kind === 'texts' ? codesOfTexts(vector, rowCount) : codesOfValues(vector, rowCount)
}

/** Texts have numbers already; what is empty comes after them. */
function* codesOfTexts({ codes: textCodes, nulls, texts }: TextVector, rowCount: number): Steps<ValueCodes> {
  const codes = textCodes.slice(0, rowCount)
  const firstRows = new Uint32Array(texts.length + 1).fill(rowCount)
  yield* forEachIn(0, rowCount, (row) => {
    if (nulls[row]) codes[row] = texts.length
    if (firstRows[codes[row]!] === rowCount) firstRows[codes[row]!] = row
  })
  return { codes, firstRows }
}

function* codesOfValues({ values, nulls }: NumberVector | BigintVector, rowCount: number): Steps<ValueCodes> {
  const codes = new Uint32Array(rowCount)
  const firstRows: number[] = []
  const codeByValue = new Map<number | bigint | null, number>()
  yield* forEachIn(0, rowCount, (row) => {
    const value = nulls[row] ? null : values[row]!
    let code = codeByValue.get(value)
    if (code === undefined) {
      code = firstRows.push(row) - 1
      codeByValue.set(value, code)
    }
    codes[row] = code
  })
  return { codes, firstRows: Uint32Array.from(firstRows) }
}
