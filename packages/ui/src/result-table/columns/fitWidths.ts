/** A column that wants a width. */
export type WantedWidth = {
  /** What it takes to show everything, or what somebody chose. */
  width: number
  /** Somebody chose it: left alone. */
  chosen: boolean
  /** What it can do with when there is too little room; its own width when it cannot give way. */
  least: number
}

/** Widths that fill the room there is: what is over is given out in proportion, what is missing is taken where it can be. */
export function fitWidths(wanted: readonly WantedWidth[], room: number): readonly number[] {
  const total = wanted.reduce((sum, { width }) => sum + width, 0)
  return total <= room ? stretch(wanted, room - total) : squeeze(wanted, total - room)
}

function stretch(wanted: readonly WantedWidth[], over: number): readonly number[] {
  const free = wanted.reduce((sum, { width, chosen }) => sum + (chosen ? 0 : width), 0)
  if (free === 0) return wanted.map(({ width }) => width)
  let given = 0
  let before = 0
  // Shares are cut at whole pixels of their running sum, so that none is lost.
  return wanted.map(({ width, chosen }) => {
    if (chosen) return width
    before += width
    const share = Math.floor((over * before) / free) - given
    given += share
    return width + share
  })
}

function squeeze(wanted: readonly WantedWidth[], missing: number): readonly number[] {
  let left = missing
  return wanted.map(({ width, least, chosen }) => {
    const given = chosen ? 0 : Math.min(left, Math.max(width - least, 0))
    left -= given
    return width - given
  })
}
