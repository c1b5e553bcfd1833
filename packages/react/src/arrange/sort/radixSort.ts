import { rowsPerStep, type Steps } from '../engine/steps.ts'

const digitBits = 11
const bucketCount = 1 << digitBits
const lastBucket = bucketCount - 1
const shifts = [0, digitBits, 2 * digitBits]

/**
 * Orders items by unsigned words of 32 bits, the least significant word first. Equal items stay in their order. It
 * takes as long for a million rows as it takes to walk them a few times, whatever is in them.
 *
 * @param items - What is ordered, such as row indexes; not changed.
 * @param words - Each holds one word for each item, at the item's own number.
 */
export function* radixSort(items: Uint32Array, words: readonly Uint32Array[]): Steps<Uint32Array> {
  let [current, spare] = [items.slice(), new Uint32Array(items.length)]
  for (const word of words) {
    for (const shift of shifts) {
      const starts = yield* bucketStarts(current, word, shift)
      if (!starts) continue
      yield* distribute(current, spare, word, shift, starts)
      ;[current, spare] = [spare, current]
    }
  }
  return current
}

// These two are the loops that a sort is made of: they are written out, since a call for each item would double them.

/** Where each bucket begins; `undefined` when all items are in one, so that there is nothing to do. */
function* bucketStarts(items: Uint32Array, word: Uint32Array, shift: number): Steps<Uint32Array | undefined> {
  const counts = new Uint32Array(bucketCount)
  for (let start = 0; start < items.length; start += rowsPerStep) {
    const end = Math.min(start + rowsPerStep, items.length)
    for (let index = start; index < end; index++) counts[(word[items[index]!]! >>> shift) & lastBucket]!++
    yield
  }
  return counts.includes(items.length) ? undefined : runningSums(counts)
}

function* distribute(
  items: Uint32Array,
  target: Uint32Array,
  word: Uint32Array,
  shift: number,
  starts: Uint32Array,
): Steps<void> {
  for (let start = 0; start < items.length; start += rowsPerStep) {
    const end = Math.min(start + rowsPerStep, items.length)
    for (let index = start; index < end; index++) {
      const item = items[index]!
      target[starts[(word[item]! >>> shift) & lastBucket]!++] = item
    }
    yield
  }
}

function runningSums(counts: Uint32Array): Uint32Array {
  let sum = 0
  return counts.map((count) => {
    sum += count
    return sum - count
  })
}
