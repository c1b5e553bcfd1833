import duckdb from '@duckdb/node-bindings'
import { bitAt } from '../bits.ts'
import type { Part } from './columns.ts'

/** Bytes that one string takes in a vector: its length, then either the text itself or its first bytes and a pointer. */
export const stringBytes = 16
/** The longest text that lies in the vector itself. */
export const inlineBytes = 12

const pointerAt = 8
/** No machine that Node runs on has smaller pages. */
const pageBytes = 4_096

/** A stretch of memory that is read in one native call. */
type Span = { start: number; end: number; row: number; bytes: Uint8Array | undefined }

/** The texts of one vector that do not fit into it. */
export type LongStrings = {
  /** Turns to the memory that holds a row's text; answers where in it the text starts. */
  find(row: number): number
  /** The memory that was last turned to. */
  bytes(): Uint8Array
}

/**
 * Reads texts that lie close together in one native call, which costs more than a hundred times the copying of one.
 *
 * What lies between two texts is read with them, and thrown away. That is safe when it is less than a page: then each of
 * its bytes is on a page that one of the two is on.
 */
export function longStringsOf(part: Part, words: Uint32Array): LongStrings {
  const spans = spansOf(part, words)
  let span = spans[0]!
  const read = ({ row, start, end }: Span) =>
    duckdb.get_data_from_pointer(part.bytes.buffer as ArrayBuffer, pointerOffset(part, row), end - start)
  return {
    find(row) {
      const address = addressOf(words, row)
      if (address < span.start || address >= span.end) span = spanWith(spans, address)
      span.bytes ??= read(span)
      return address - span.start
    },
    bytes: () => span.bytes!,
  }
}

function spansOf({ validity, rowCount }: Part, words: Uint32Array): Span[] {
  const rows: number[] = []
  for (let row = 0; row < rowCount; row++) {
    if (words[row * 4]! > inlineBytes && (!validity || bitAt(validity, row))) rows.push(row)
  }
  const spans: Span[] = []
  for (const row of byAddress(rows, words)) {
    const start = addressOf(words, row)
    const end = start + words[row * 4]!
    const last = spans.at(-1)
    if (last && start - last.end < pageBytes) last.end = Math.max(last.end, end)
    else spans.push({ start, end, row, bytes: undefined })
  }
  return spans
}

/** Texts mostly lie in the order of their rows already, unless they come out of a dictionary. */
function byAddress(rows: number[], words: Uint32Array): number[] {
  const isOrdered = rows.every(
    (row, index) => index === 0 || addressOf(words, rows[index - 1]!) <= addressOf(words, row),
  )
  return isOrdered ? rows : rows.sort((left, right) => addressOf(words, left) - addressOf(words, right))
}

/** The last span that starts at or before an address, by halving. */
function spanWith(spans: readonly Span[], address: number): Span {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle]!.start <= address) low = middle
    else high = middle - 1
  }
  return spans[low]!
}

const pointerOffset = ({ bytes }: Part, row: number) => bytes.byteOffset + row * stringBytes + pointerAt

/** Addresses have 48 bits, so a number holds them exactly. */
function addressOf(words: Uint32Array, row: number): number {
  return words[row * 4 + 2]! + words[row * 4 + 3]! * 2 ** 32
}
