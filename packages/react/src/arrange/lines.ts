import type { Cell } from '@lakefront/contract'
import type { ResultRows } from '../results/types.ts'
import type { ArrangedGroups, ArrangeJob, ArrangeReply } from './engine/jobs.ts'
import { aggregateCell } from './group/aggregateValues.ts'
import type { Line } from './types.ts'

/** Which groups are open: all but some, or none but some, each named by a row that has its value. */
export type OpenGroups = { all: boolean; except: ReadonlySet<number> }

/** Lines of a table. A place is where a row stands in the order, whether it is shown or in a closed group. */
export type Lines = {
  lineCount: number
  lineAt(line: number): Line | undefined
  lineOf(place: number): number
}

/** A line for each row. */
export function plainLines(lineCount: number, rowAt: (place: number) => number): Lines {
  return {
    lineCount,
    lineAt: (line) => (line >= 0 && line < lineCount ? { kind: 'row', rowIndex: rowAt(line) } : undefined),
    lineOf: (place) => place,
  }
}

type GroupedLines = {
  rows: ResultRows
  job: ArrangeJob
  order: ArrangeReply['order']
  groups: ArrangedGroups
  open: OpenGroups
}

/** A heading for each group, and the rows of those that are open. */
export function groupedLines({ rows, job, order, groups, open }: GroupedLines): Lines {
  const { starts, firstRows } = groups
  const headings = headingLines(groups, open)

  function headingAt(groupIndex: number): Line {
    const firstRow = firstRows[groupIndex]!
    const aggregates: Cell[] = groups.aggregates.map((values, index) =>
      aggregateCell(values, groupIndex, (row) => rows.getCell(row, job.aggregates[index]!.columnIndex)),
    )
    const value = rows.getCell(firstRow, job.groupBy!)
    const rowCount = starts[groupIndex + 1]! - starts[groupIndex]!
    return { kind: 'group', groupIndex, value, rowCount, aggregates, open: isOpen(open, firstRow) }
  }

  return {
    lineCount: headings.at(-1)!,
    lineAt(line) {
      if (line < 0 || line >= headings.at(-1)!) return undefined
      const group = lastAtMost(headings, line)
      const below = line - headings[group]!
      return below === 0 ? headingAt(group) : { kind: 'row', rowIndex: order[starts[group]! + below - 1]! }
    },
    lineOf(place) {
      const group = lastAtMost(starts, place)
      return headings[group]! + (isOpen(open, firstRows[group]!) ? 1 + place - starts[group]! : 0)
    },
  }
}

/** Lines after others; their places follow theirs. */
export function followedLines(first: Lines, placeCount: number, then: Lines): Lines {
  const { lineCount } = first
  return {
    lineCount: lineCount + then.lineCount,
    lineAt: (line) => (line < lineCount ? first.lineAt(line) : then.lineAt(line - lineCount)),
    lineOf: (place) => (place < placeCount ? first.lineOf(place) : lineCount + then.lineOf(place - placeCount)),
  }
}

function isOpen({ all, except }: OpenGroups, firstRow: number): boolean {
  return all !== except.has(firstRow)
}

const headingsOf = new WeakMap<ArrangedGroups, { open: OpenGroups; headings: Uint32Array }>()

/** The line of each group's heading, and at last the first line after them all. Kept, since rows arrive every frame. */
function headingLines(groups: ArrangedGroups, open: OpenGroups): Uint32Array {
  const kept = headingsOf.get(groups)
  if (kept?.open === open) return kept.headings
  const { starts, firstRows } = groups
  const headings = new Uint32Array(firstRows.length + 1)
  firstRows.forEach((firstRow, group) => {
    const shownCount = isOpen(open, firstRow) ? starts[group + 1]! - starts[group]! : 0
    headings[group + 1] = headings[group]! + 1 + shownCount
  })
  headingsOf.set(groups, { open, headings })
  return headings
}

/** Index of the last number that is not above `value` in an ascending list. */
function lastAtMost(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! > value) high = middle
    else low = middle + 1
  }
  return low - 1
}
