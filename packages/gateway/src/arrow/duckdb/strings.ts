import type { ColumnWriter } from '../batchMessage.ts'
import { bitAt } from '../bits.ts'
import type { Part } from './columns.ts'
import { inlineBytes, type LongStrings, longStringsOf, stringBytes } from './longStrings.ts'

/** Longer ones are copied by the engine: a call costs more than a few bytes by hand. */
const longestByHand = 48

/** Writes strings where they end up: DuckDB keeps the short ones in the vector itself, the long ones elsewhere. */
export function stringWriter(
  parts: readonly Part[],
  rowCount: number,
  hasNulls: boolean,
  writeNulls: (validity: Uint8Array | undefined) => number,
): ColumnWriter {
  return {
    hasNulls,
    byteLengths: [(rowCount + 1) * 4, parts.reduce((sum, part) => sum + textLength(part), 0)],
    write([offsets, text], validity) {
      const ends = new Int32Array(offsets!.buffer, offsets!.byteOffset, rowCount + 1)
      let at = 0
      for (const part of parts) at = copyStrings(part, ends, text!, at)
      return writeNulls(validity)
    },
  }
}

function textLength({ bytes, validity, rowCount }: Part): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, rowCount * 4)
  let length = 0
  for (let i = 0; i < rowCount; i++) {
    if (!validity || bitAt(validity, i)) length += words[i * 4]!
  }
  return length
}

function copyStrings(part: Part, ends: Int32Array, text: Uint8Array, start: number): number {
  const { bytes, validity, rowCount, firstRow } = part
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, rowCount * 4)
  let long: LongStrings | undefined
  let at = start
  for (let i = 0; i < rowCount; i++) {
    if (!validity || bitAt(validity, i)) {
      const length = words[i * 4]!
      if (length <= inlineBytes) copy(bytes, i * stringBytes + 4, length, text, at)
      else {
        long ??= longStringsOf(part, words)
        const from = long.find(i)
        copy(long.bytes(), from, length, text, at)
      }
      at += length
    }
    ends[firstRow + i + 1] = at
  }
  return at
}

function copy(source: Uint8Array, from: number, length: number, target: Uint8Array, at: number): void {
  if (length > longestByHand) target.set(source.subarray(from, from + length), at)
  else for (let i = 0; i < length; i++) target[at + i] = source[from + i]!
}
