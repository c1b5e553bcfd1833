import { columnTitle } from '../../format/cell.ts'
import type { BarChart } from '../types.ts'
import { layoutLegend } from './layoutLegend.ts'
import { boxBetween, type Frame, factsOf, fromStart, type Mark, recordAt, textOf } from './marks.ts'
import { fitText, widest } from './measureText.ts'
import { axisOf, numberScale } from './numberScale.ts'
import { toPixelNumber } from './toPixelNumber.ts'

const axisHeight = 20
const gap = 10
/** With less room, or where values take more than their share, a name and its value stand above their bar. */
const leastSideBySide = 340
const sideBySide = { rowHeight: 26, textMiddle: 13, barTop: 6, barHeight: 14 }
const stacked = { rowHeight: 38, textMiddle: 12, barTop: 22, barHeight: 10 }
/** Neither names nor values may take more than this share of the width. */
const mostText = 0.36
const pixelsPerTick = 72

/** Where everything of a bar chart goes: name, bar and exact value in each row, an axis above. */
export function layoutBars({ places, category, measure, previous }: BarChart, frame: Frame) {
  const { rows, width, format } = frame
  const names = places.map((place) => textOf(frame, place, category))
  const texts = places.map((place) => textOf(frame, place, measure))
  const valueWidth = widest(texts)
  const isStacked = width < leastSideBySide || valueWidth > width * mostText
  const shape = isStacked ? stacked : sideBySide
  const { rowHeight } = shape
  const nameWidth = isStacked ? width - valueWidth - gap : Math.min(widest(names), Math.floor(width * mostText))
  const [from, to] = isStacked ? [0, width] : [nameWidth + gap, width - valueWidth - gap]
  const columns = previous ? [measure, previous] : [measure]
  const legend = layoutLegend(columns.map(columnTitle), width)
  const { scale, ticks } = numberScale({
    values: columns.flatMap((column) => places.map((place) => toPixelNumber(rows.valueAt(place, column)))),
    range: [fromStart(frame, from), fromStart(frame, to)],
    tickCount: Math.max(2, Math.floor((to - from) / pixelsPerTick)),
    fromZero: true,
  })
  const top = legend.height + axisHeight

  const bars = places.map((place, index) => {
    const value = toPixelNumber(rows.valueAt(place, measure))
    const before = previous ? toPixelNumber(rows.valueAt(place, previous)) : null
    const y = top + index * rowHeight
    return {
      y,
      name: fitText(names[index] ?? '', nameWidth),
      text: texts[index],
      isNegative: value !== null && value < 0,
      box:
        value === null
          ? undefined
          : atLeastSeen(boxBetween(scale(0), scale(value), y + shape.barTop, shape.barHeight), value),
      before: before === null ? undefined : scale(before),
    }
  })
  const marks = places.map((place, index): Mark => {
    const row = { x: 0, y: top + index * rowHeight, width, height: rowHeight }
    const { box } = bars[index]!
    const x = box ? box.x + box.width / 2 : scale(0)
    return {
      place,
      row: index,
      column: 0,
      x,
      y: row.y,
      boxes: [row],
      label: names[index] ?? '',
      facts: factsOf(frame, place, [measure, previous, shareOf(rows.columns)]),
      record: recordAt(rows, place),
    }
  })
  return {
    height: top + places.length * rowHeight + 2,
    top,
    legend,
    bars,
    marks,
    scale,
    axis: axisOf(ticks, format.axis(ticks, measure), scale),
    shape,
  }
}

/** A value that is there is seen, however small it is beside the largest. */
function atLeastSeen<box extends { width: number }>(box: box, value: number): box {
  return value === 0 ? box : { ...box, width: Math.max(box.width, 1) }
}

const shareOf = <column extends { role?: string | undefined }>(columns: readonly column[]) =>
  columns.find(({ role }) => role === 'share' || role === 'change')
