import type { ShownColumn } from '../view/shownColumns.ts'

/** Where each column begins; one more than there are columns, the last is where they end. */
export function startsOf(widths: readonly number[]): readonly number[] {
  let end = 0
  return [0, ...widths.map((width) => (end += width))]
}

/** Up to here all columns are in the page. */
const fewColumns = 24
/** Columns drawn beyond each edge, so that a little scrolling needs nothing new. */
const beyond = 2

type ColumnWindowOptions = {
  columns: readonly ShownColumn[]
  starts: readonly number[]
  /** How far it is scrolled, from where reading starts. */
  scrolled: number
  /** Width of the place in which they are seen. */
  room: number
  /** The one that has the focus stays, or scrolling would throw the reader out of the grid. */
  activeIndex: number
}

/** Indexes of the columns to draw, from start to end: those that stay in sight, and those in view. */
export function columnWindow({ columns, starts, scrolled, room, activeIndex }: ColumnWindowOptions): readonly number[] {
  const indexes = columns.map((_, index) => index)
  if (columns.length <= fewColumns) return indexes
  const first = indexes.findIndex((index) => starts[index + 1]! > scrolled) - beyond
  const last = indexes.findLastIndex((index) => starts[index]! < scrolled + room) + beyond
  return indexes.filter((index) => {
    return columns[index]?.pinned || index === activeIndex || (first <= index && index <= last)
  })
}

type PlaceOptions = Pick<ColumnWindowOptions, 'columns' | 'starts' | 'room'>

/** How much of the room the columns take that stay in sight on one side. */
export function pinnedWidth({ columns, starts }: PlaceOptions, side: 'start' | 'end'): number {
  return columns.reduce(
    (sum, { pinned }, index) => sum + (pinned === side ? starts[index + 1]! - starts[index]! : 0),
    0,
  )
}

/** How far to scroll so that a column is in view beside those that stay; `undefined` when it is. */
export function leftFor(options: PlaceOptions, index: number, scrolled: number): number | undefined {
  const { columns, starts, room } = options
  if (!columns[index] || columns[index].pinned) return undefined
  const low = starts[index]! - pinnedWidth(options, 'start')
  const high = starts[index + 1]! + pinnedWidth(options, 'end') - room
  if (low < scrolled) return low
  // A column wider than its room shows its beginning.
  return high > scrolled ? Math.min(high, low) : undefined
}
