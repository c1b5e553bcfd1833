import { forEachIn, type Steps } from '../engine/steps.ts'
import type { ValueCodes } from './valueCodes.ts'

/** The value codes that rows have, in the order in which they first come. */
export function* presentCodes(rows: Uint32Array, { codes, firstRows }: ValueCodes): Steps<Uint32Array> {
  const seen = new Uint8Array(firstRows.length)
  const present: number[] = []
  yield* forEachIn(0, rows.length, (index) => {
    const code = codes[rows[index]!]!
    if (!seen[code]) present.push(code)
    seen[code] = 1
  })
  return Uint32Array.from(present)
}

/** At which place each number is. */
export function invert(numbers: Uint32Array, length: number): Uint32Array {
  const places = new Uint32Array(length)
  numbers.forEach((number, place) => {
    places[number] = place
  })
  return places
}

/**
 * Puts the rows of each group together and keeps their order within it.
 *
 * @param order - The groups as they shall follow each other.
 * @returns The rows, and where each group begins among them and the last ends.
 */
export function* gatherRows(
  rows: Uint32Array,
  groupOf: (row: number) => number,
  order: Uint32Array,
): Steps<{ rows: Uint32Array; starts: Uint32Array }> {
  const counts = new Uint32Array(order.length)
  yield* forEachIn(0, rows.length, (index) => {
    counts[groupOf(rows[index]!)]!++
  })
  const starts = new Uint32Array(order.length + 1)
  const next = new Uint32Array(order.length)
  order.forEach((group, place) => {
    next[group] = starts[place]!
    starts[place + 1] = starts[place]! + counts[group]!
  })
  const gathered = new Uint32Array(rows.length)
  yield* forEachIn(0, rows.length, (index) => {
    gathered[next[groupOf(rows[index]!)]!++] = rows[index]!
  })
  return { rows: gathered, starts }
}
