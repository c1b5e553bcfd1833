/**
 * Zeroes the values of rows that are null. What an engine leaves there is its memory of something else: values that a
 * `case` has hidden, or another's rows.
 *
 * @param values - Aligned to four bytes; bits where `width` is 0.
 * @param width - Bytes of one value, a multiple of four; 0 for booleans, which are bits.
 */
export function clearNulls(values: Uint8Array, validity: Uint8Array, rowCount: number, width: number): void {
  if (width === 0) clearBits(values, validity)
  else clearWords(values, validity, rowCount, width / 4)
}

function clearBits(values: Uint8Array, validity: Uint8Array): void {
  for (let index = 0; index < values.length; index++) values[index]! &= validity[index]!
}

function clearWords(values: Uint8Array, validity: Uint8Array, rowCount: number, perRow: number): void {
  const words = new Int32Array(values.buffer, values.byteOffset, rowCount * perRow)
  for (let row = 0; row < rowCount; row++) {
    const bits = validity[row >> 3]!
    // Eight rows that all have a value.
    if (bits === 0xff) row |= 7
    else if (((bits >> (row & 7)) & 1) === 0) words.fill(0, row * perRow, (row + 1) * perRow)
  }
}
