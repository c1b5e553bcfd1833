/** Copies `count` bits to `target` from bit `at` on; `source` undefined means all set. Target bits must be zero. */
export function appendBits(target: Uint8Array, at: number, source: Uint8Array | undefined, count: number): void {
  if (at % 8 === 0 && source) {
    const wholeBytes = count >> 3
    target.set(source.subarray(0, wholeBytes), at >> 3)
    appendBitwise(target, at, source, wholeBytes * 8, count)
    return
  }
  appendBitwise(target, at, source, 0, count)
}

/** How many of the first `count` bits are zero. */
export function countZeros(bits: Uint8Array, count: number): number {
  let ones = 0
  const wholeBytes = count >> 3
  for (let i = 0; i < wholeBytes; i++) ones += onesOfByte[bits[i]!]!
  for (let i = wholeBytes * 8; i < count; i++) ones += (bits[i >> 3]! >> (i & 7)) & 1
  return count - ones
}

/** Whether bit `index` is set. */
export function bitAt(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3]! >> (index & 7)) & 1) === 1
}

function appendBitwise(
  target: Uint8Array,
  at: number,
  source: Uint8Array | undefined,
  from: number,
  count: number,
): void {
  for (let i = from; i < count; i++) {
    if (!source || bitAt(source, i)) target[(at + i) >> 3]! |= 1 << ((at + i) & 7)
  }
}

const onesOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  let ones = 0
  for (let rest = byte; rest > 0; rest >>= 1) ones += rest & 1
  return ones
})
