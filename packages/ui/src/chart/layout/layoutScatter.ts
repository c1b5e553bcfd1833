import { columnTitle } from '../../format/cell.ts'
import type { ScatterChart } from '../types.ts'
import { type Frame, factsOf, fromStart, type Mark, recordAt, textOf } from './marks.ts'
import { widest } from './measureText.ts'
import { axisOf, numberScale } from './numberScale.ts'
import { toPixelNumber } from './toPixelNumber.ts'

const plotHeight = 220
const axisHeight = 22
const titleHeight = 20
const gap = 12
const endGap = 18
const pixelsPerTick = 72

/** Where everything of a scatter plot goes. Rows without both values have no point. */
export function layoutScatter({ places, label, x, y }: ScatterChart, frame: Frame) {
  const { rows, width, format } = frame
  const points = places.flatMap((place) => {
    const [across, up] = [toPixelNumber(rows.valueAt(place, x)), toPixelNumber(rows.valueAt(place, y))]
    return across === null || up === null ? [] : [{ place, across, up }]
  })
  const top = titleHeight + 4
  const bottom = top + plotHeight
  const vertical = numberScale({
    values: points.map(({ up }) => up),
    range: [bottom, top],
    tickCount: 5,
    fromZero: false,
  })
  const verticalTexts = format.axis(vertical.ticks, y)
  const start = widest(verticalTexts) + gap
  const horizontal = numberScale({
    values: points.map(({ across }) => across),
    range: [fromStart(frame, start), fromStart(frame, width - endGap)],
    tickCount: Math.max(2, Math.floor((width - start) / pixelsPerTick)),
    fromZero: false,
  })
  const ordered = points.toSorted((left, right) => left.across - right.across)
  const marks = ordered.map(
    ({ place, across, up }, column): Mark => ({
      place,
      row: 0,
      column,
      x: horizontal.scale(across),
      y: vertical.scale(up),
      label: label ? textOf(frame, place, label) : format.count(place + 1),
      facts: factsOf(frame, place, [x, y]),
      record: recordAt(rows, place),
    }),
  )
  return {
    height: bottom + axisHeight + titleHeight,
    top,
    bottom,
    start,
    marks,
    horizontal: {
      scale: horizontal.scale,
      title: columnTitle(x),
      ...axisOf(horizontal.ticks, format.axis(horizontal.ticks, x), horizontal.scale),
    },
    vertical: { ...vertical, title: columnTitle(y), texts: verticalTexts },
    leftOut: places.length - points.length,
  }
}
