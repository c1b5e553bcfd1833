import { rowsPerStep, type Steps } from '../engine/steps.ts'
import { type BigintVector, type NumberVector, type TextVector, type Vector, withRoom } from './vector.ts'

/** Reads one value by its row. `undefined` says that it can not be held this way. */
export type ReadValue<value> = (rowIndex: number) => value | null | undefined

/** One way of holding a column's values. */
export type ColumnReader = {
  vector: Vector
  /** Reads on up to a row, not included; `false` says that a value can not be held this way. */
  readTo(rowCount: number): Steps<boolean>
}

export function readNumbers(read: ReadValue<number>, scale: number | null): ColumnReader {
  const vector = noNumbers(scale)
  return { vector, readTo: (rowCount) => fillNumbers(vector, rowCount, read) }
}

export function readBigints(read: ReadValue<bigint>, scale: number): ColumnReader {
  const vector = noBigints(scale)
  return { vector, readTo: (rowCount) => fillBigints(vector, rowCount, read) }
}

export function readTexts(read: ReadValue<string>): ColumnReader {
  const vector: TextVector = { kind: 'texts', length: 0, nulls: nothing, codes: new Uint32Array(), texts: [] }
  const codeByText = new Map<string, number>()
  return {
    vector,
    readTo(rowCount) {
      vector.codes = withRoom(vector.codes, rowCount)
      return fill(vector, rowCount, read, (rowIndex, text) => {
        let code = codeByText.get(text)
        if (code === undefined) {
          code = vector.texts.push(text) - 1
          codeByText.set(text, code)
        }
        vector.codes[rowIndex] = code
      })
    },
  }
}

const nothing = new Uint8Array()

export function noNumbers(scale: number | null): NumberVector {
  return { kind: 'numbers', length: 0, nulls: nothing, values: new Float64Array(), scale }
}

export function noBigints(scale: number): BigintVector {
  return { kind: 'bigints', length: 0, nulls: nothing, values: [], scale }
}

export function fillNumbers(vector: NumberVector, rowCount: number, read: ReadValue<number>): Steps<boolean> {
  vector.values = withRoom(vector.values, rowCount)
  return fill(vector, rowCount, read, (rowIndex, value) => {
    // Minus zero is zero.
    vector.values[rowIndex] = value + 0
  })
}

export function fillBigints(vector: BigintVector, rowCount: number, read: ReadValue<bigint>): Steps<boolean> {
  return fill(vector, rowCount, read, (rowIndex, value) => {
    vector.values[rowIndex] = value
  })
}

function* fill<value>(
  vector: Vector,
  rowCount: number,
  read: ReadValue<value>,
  put: (rowIndex: number, value: value) => void,
): Steps<boolean> {
  vector.nulls = withRoom(vector.nulls, rowCount)
  while (vector.length < rowCount) {
    const end = Math.min(vector.length + rowsPerStep, rowCount)
    for (let rowIndex = vector.length; rowIndex < end; rowIndex++) {
      const value = read(rowIndex)
      if (value === undefined) return false
      vector.nulls[rowIndex] = value === null ? 1 : 0
      if (value !== null) put(rowIndex, value)
    }
    vector.length = end
    yield
  }
  return true
}
