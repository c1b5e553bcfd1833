/** Which cells match, a bit each: rows by their place in the order, cells of a row as they are shown. */
export type MatchBits = {
  /** Cells of a row that were looked in. */
  cellsPerRow: number
  bits: Uint32Array
  /** Matches before each word of bits, and at last their number. */
  countsBefore: Uint32Array
}

/** Counts what is set, so that any match can be found by its number. */
export function indexMatches(bits: Uint32Array, cellsPerRow: number): MatchBits {
  const countsBefore = new Uint32Array(bits.length + 1)
  for (let word = 0; word < bits.length; word++) countsBefore[word + 1] = countsBefore[word]! + bitCount(bits[word]!)
  return { cellsPerRow, bits, countsBefore }
}

/** Where a match is: the place of its row, and of its cell in the row. */
export function matchAt(
  { bits, countsBefore, cellsPerRow }: MatchBits,
  match: number,
): { place: number; cell: number } {
  let [low, high] = [0, bits.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (countsBefore[middle + 1]! > match) high = middle
    else low = middle + 1
  }
  let word = bits[low]!
  for (let skip = match - countsBefore[low]!; skip > 0; skip--) word &= word - 1
  const index = low * 32 + (31 - Math.clz32(word & -word))
  return { place: Math.floor(index / cellsPerRow), cell: index % cellsPerRow }
}

function bitCount(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((pairs + (pairs >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
