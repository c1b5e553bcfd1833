import type { Matches } from '@lakefront/react'

export type FoundAt = { line: number; columnIndex: number }

/** Matches among the lines in view. */
export type ShownMatches = {
  /** Columns of a line that hold a match, with a comma around each; empty when none does. */
  columnsOf(line: number): string
  current: FoundAt | undefined
}

/** Marks what was found among the lines in view, without asking for what lies elsewhere. */
export function matchesInView(
  matches: Matches | null,
  { first, end }: { first: number; end: number },
  currentMatch: number,
): ShownMatches {
  const byLine = new Map<number, string>()
  const count = matches?.count ?? 0
  for (let index = firstAt(matches, first); matches && index < count; index += 1) {
    const { line, columnIndex } = matches.at(index)
    if (line >= end) break
    byLine.set(line, `${byLine.get(line) ?? ','}${columnIndex},`)
  }
  return {
    columnsOf: (line) => byLine.get(line) ?? '',
    current: matches && currentMatch < count ? matches.at(currentMatch) : undefined,
  }
}

/** The first match at a line or below it. */
export function firstAt(matches: Matches | null, line: number): number {
  let low = 0
  let high = matches?.count ?? 0
  while (matches && low < high) {
    const middle = (low + high) >>> 1
    if (matches.at(middle).line < line) low = middle + 1
    else high = middle
  }
  return low
}
