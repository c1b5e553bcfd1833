import type { BigintVector, NumberVector, TextVector, Vector } from '../columns/vector.ts'
import { forEachIn, type Steps } from '../engine/steps.ts'
import { noRow } from '../group/aggregateValues.ts'

export type RankTexts = (vector: TextVector) => Steps<Uint32Array>

/** What comes last in either direction: what is no number, then what is empty. */
const last = { notNumber: 1, empty: 2 }

/**
 * Unsigned words by which the rows of a column are ordered, the least significant first. What comes last is said by a
 * word of its own, the most significant, and is equal in all others.
 */
export function* sortWords(
  vector: Vector,
  rowCount: number,
  descending: boolean,
  rankTexts: RankTexts,
): Steps<readonly Uint32Array[]> {
  const values = yield* valueWords(vector, rowCount, rankTexts)
  const lastOnes = new Uint32Array(rowCount)
  yield* forEachIn(0, rowCount, (row) => {
    const isNumber = vector.kind !== 'numbers' || !Number.isNaN(vector.values[row])
    lastOnes[row] = vector.nulls[row] ? last.empty : isNumber ? 0 : last.notNumber
    for (const word of values) word[row] = lastOnes[row] ? 0 : descending ? ~word[row]! : word[row]!
  })
  return [...values, lastOnes]
}

function valueWords(vector: Vector, rowCount: number, rankTexts: RankTexts): Steps<Uint32Array[]> {
  switch (vector.kind) {
    case 'numbers':
      return numberWords(vector, rowCount)
    case 'bigints':
      return bigintWords(vector, rowCount)
    case 'texts':
      return textWords(vector, rowCount, rankTexts)
  }
}

/** The bits of doubles, turned so that they are ordered as the doubles are. */
function* numberWords({ values }: NumberVector, rowCount: number): Steps<Uint32Array[]> {
  const double = new Float64Array(1)
  const bits = new BigUint64Array(double.buffer)
  const halves = new Uint32Array(double.buffer)
  bits[0] = 1n
  const [low, high] = halves[0] === 1 ? [0, 1] : [1, 0]
  const [lows, highs] = [new Uint32Array(rowCount), new Uint32Array(rowCount)]
  yield* forEachIn(0, rowCount, (row) => {
    double[0] = values[row]!
    const flip = halves[high]! >>> 31 === 1 ? 0xffffffff : 0
    lows[row] = halves[low]! ^ flip
    highs[row] = halves[high]! ^ (flip | 0x80000000)
  })
  return [lows, highs]
}

/** As many words as the distance between the smallest and the largest needs. */
function* bigintWords({ values, nulls }: BigintVector, rowCount: number): Steps<Uint32Array[]> {
  let [smallest, largest] = [0n, 0n]
  yield* forEachIn(0, rowCount, (row) => {
    if (nulls[row]) return
    if (values[row]! < smallest) smallest = values[row]!
    if (values[row]! > largest) largest = values[row]!
  })
  const wordCount = Math.ceil((largest - smallest).toString(2).length / 32)
  const words = Array.from({ length: wordCount }, () => new Uint32Array(rowCount))
  yield* forEachIn(0, rowCount, (row) => {
    if (nulls[row]) return
    let rest = values[row]! - smallest
    for (const word of words) {
      word[row] = Number(rest & 0xffffffffn)
      rest >>= 32n
    }
  })
  return words
}

function* textWords(vector: TextVector, rowCount: number, rankTexts: RankTexts): Steps<Uint32Array[]> {
  const ranks = yield* rankTexts(vector)
  const word = new Uint32Array(rowCount)
  yield* forEachIn(0, rowCount, (row) => {
    word[row] = ranks[vector.codes[row]!]!
  })
  return [word]
}

/** Whether a row comes before another by its words. */
export function comesBefore(words: readonly Uint32Array[]): (row: number, other: number) => boolean {
  const significantFirst = words.toReversed()
  return (row, other) => {
    for (const word of significantFirst) {
      if (word[row] !== word[other]) return word[row]! < word[other]!
    }
    return false
  }
}

/** The words of some rows, in their order; those of `noRow` are empty. */
export function takeWords(words: readonly Uint32Array[], rows: Uint32Array): Uint32Array[] {
  return words.map((word, index) => {
    const isLast = index === words.length - 1
    return rows.map((row) => (row === noRow ? (isLast ? last.empty : 0) : word[row]!))
  })
}
