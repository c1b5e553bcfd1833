/** Rows to draw, and from where they are placed. */
export type RowWindow = {
  first: number
  /** One after the last. */
  end: number
  /** The row from which the places of the others count: engines round lengths of millions of pixels. */
  origin: number
  /** Where that row is, from the top of the rows, in pixels. */
  originTop: number
}

export type RowGeometry = {
  rowCount: number
  rowHeight: number
  /** Height of the place in which rows are seen. */
  room: number
  /** How high the engine makes the rows' element: less than the rows are high when there are too many for it. */
  bodyHeight: number
}

/** Up to here every row is in the page: the browser's own find works, and nothing moves. */
const fewRows = 100
/** Rows drawn beyond each edge. */
const beyond = 6
const originStep = 1_000

/**
 * Higher than this, engines place things no longer to the pixel, since they count in numbers of 24 bits; twice as high,
 * they cut an element off.
 */
export const tallestBody = 16_000_000

/** How far the rows can be scrolled. */
function rangeOf({ rowCount, rowHeight, room }: RowGeometry): number {
  return Math.max(rowCount * rowHeight - room, 0)
}

/** More rows than an engine can scroll over are reached by scrolling faster: 1, or how many times faster. */
function scaleOf(geometry: RowGeometry): number {
  const engineRange = geometry.bodyHeight - geometry.room
  const range = rangeOf(geometry)
  // A pixel more or less is the engine's rounding.
  return engineRange > 0 && range - engineRange > 2 ? range / engineRange : 1
}

/** How far the rows are scrolled when the engine says `scrollTop`. */
export function topOf(geometry: RowGeometry, scrollTop: number): number {
  return Math.min(Math.max(scrollTop * scaleOf(geometry), 0), rangeOf(geometry))
}

/** The other way round. */
export function scrollTopOf(geometry: RowGeometry, top: number): number {
  return top / scaleOf(geometry)
}

/** Which rows are drawn when the rows are scrolled so far. */
export function rowWindow(geometry: RowGeometry, top: number): RowWindow {
  const { rowCount, rowHeight, room } = geometry
  if (rowCount <= fewRows) return { first: 0, end: rowCount, origin: 0, originTop: 0 }
  const first = Math.min(Math.max(Math.floor(top / rowHeight) - beyond, 0), rowCount - 1)
  const end = Math.min(Math.ceil((top + room) / rowHeight) + beyond, rowCount)
  const origin = Math.floor(first / originStep) * originStep
  return { first, end, origin, originTop: Math.round(origin * rowHeight - top + scrollTopOf(geometry, top)) }
}

/** How far to scroll so that a row is in view, the least there is; `undefined` when it is. */
export function topFor(geometry: RowGeometry, row: number, top: number): number | undefined {
  const { rowHeight, room } = geometry
  const wanted = row * rowHeight
  if (wanted >= top && wanted + rowHeight <= top + room) return undefined
  return Math.min(Math.max(wanted < top ? wanted : wanted + rowHeight - room, 0), rangeOf(geometry))
}
