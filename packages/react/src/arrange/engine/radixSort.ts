import type { Steps } from './steps.ts'

const digitBits = 11
const bucketCount = 1 << digitBits
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
      const starts = bucketStarts(current, word, shift)
      yield
      if (!starts) continue
      for (const item of current) spare[starts[(word[item]! >>> shift) & (bucketCount - 1)]!++] = item
      ;[current, spare] = [spare, current]
      yield
    }
  }
  return current
}

/** Where each bucket begins; `undefined` when all items are in one, so that there is nothing to do. */
function bucketStarts(items: Uint32Array, word: Uint32Array, shift: number): Uint32Array | undefined {
  const starts = new Uint32Array(bucketCount)
  for (const item of items) starts[(word[item]! >>> shift) & (bucketCount - 1)]!++
  let start = 0
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const count = starts[bucket]!
    if (count === items.length) return undefined
    starts[bucket] = start
    start += count
  }
  return starts
}
