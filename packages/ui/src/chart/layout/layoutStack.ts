import type { StackChart } from '../types.ts'
import { layoutLegend } from './layoutLegend.ts'
import { type Box, boxBetween, type Frame, factsOf, fromStart, type Mark, recordAt, textOf } from './marks.ts'
import { fitText, widest } from './measureText.ts'
import { axisOf, numberScale } from './numberScale.ts'
import { toPixelNumber } from './toPixelNumber.ts'

const rowHeight = 30
const barHeight = 20
const axisHeight = 20
const gap = 10
const mostText = 0.32
const pixelsPerTick = 72

type Segment = { place: number; part: number; from: number; to: number }

/** Where each part of each bar goes; parts below zero run the other way from the same line. */
export function layoutStack(chart: StackChart & { category: NonNullable<StackChart['category']> }, frame: Frame) {
  const { places, category, part, measure } = chart
  const { rows, width, format } = frame
  const [categories, parts] = [namesOf(chart, frame, category), namesOf(chart, frame, part)]
  const stacked = categories.map((name) => stack(places.filter((place) => textOf(frame, place, category) === name)))
  const nameWidth = Math.min(widest(categories), Math.floor(width * mostText))
  const legend = layoutLegend(parts, width)
  const top = legend.height + axisHeight
  const { scale, ticks } = numberScale({
    values: stacked.flatMap((segments) => segments.flatMap(({ from, to }) => [from, to])),
    range: [fromStart(frame, nameWidth + gap), fromStart(frame, width - gap * 2)],
    tickCount: Math.max(2, Math.floor((width - nameWidth) / pixelsPerTick)),
    fromZero: true,
  })

  const segments = stacked.flatMap((bar, row) =>
    bar.map((segment) => {
      const y = top + row * rowHeight + (rowHeight - barHeight) / 2
      return { ...segment, row, box: boxBetween(scale(segment.from), scale(segment.to), y, barHeight) }
    }),
  )
  const marks = segments.map(
    ({ place, part: column, row, box }): Mark => ({
      place,
      row,
      column,
      x: box.x + box.width / 2,
      y: box.y,
      boxes: [box],
      label: `${categories[row]}, ${parts[column]}`,
      facts: factsOf(frame, place, [measure]),
      record: recordAt(rows, place),
    }),
  )
  const names = categories.map((name) => fitText(name, nameWidth))
  const height = top + categories.length * rowHeight + 2
  return {
    height,
    top,
    legend,
    names,
    segments,
    marks,
    scale,
    axis: axisOf(ticks, format.axis(ticks, measure), scale),
    rowHeight,
  }

  function stack(ofBar: readonly number[]): Segment[] {
    let [above, below] = [0, 0]
    const byPart = ofBar
      .map((place) => ({
        place,
        part: parts.indexOf(textOf(frame, place, part)),
        value: toPixelNumber(rows.valueAt(place, measure)),
      }))
      .sort((left, right) => left.part - right.part)
    return byPart.flatMap(({ place, part, value }) => {
      if (value === null || value === 0) return []
      const from = value > 0 ? above : below
      const to = from + value
      if (value > 0) above = to
      else below = to
      return [{ place, part, from, to }]
    })
  }
}

function namesOf({ places }: StackChart, frame: Frame, column: StackChart['part']): string[] {
  return [...new Set(places.map((place) => textOf(frame, place, column)))]
}

const shareBarHeight = 32
const lineHeight = 26

/** One bar of shares, and under it a line for each with its name and value. */
export function layoutShares({ places, part, measure }: StackChart, frame: Frame) {
  const { rows, width } = frame
  const amount = rows.columns.find(({ role }) => role === 'measure')
  let sum = 0
  const shares = places.map((place, index) => {
    const from = sum
    sum += toPixelNumber(rows.valueAt(place, measure)) ?? 0
    const texts = [amount, measure].flatMap((column) => (column ? [textOf(frame, place, column)] : []))
    const line: Box = { x: 0, y: shareBarHeight + gap + index * lineHeight, width, height: lineHeight }
    return { place, from, to: sum, texts, line, name: textOf(frame, place, part) }
  })
  const shareWidth = widest(shares.map(({ texts }) => texts.at(-1) ?? ''))
  const amountWidth = amount ? widest(shares.map(({ texts }) => texts[0] ?? '')) + gap * 2 : 0
  const at = (share: number) => fromStart(frame, (share / (sum || 1)) * width)
  const segments = shares.map(({ from, to, texts, name, line }) => {
    const box = boxBetween(at(from), at(to), 0, shareBarHeight)
    return {
      box,
      line,
      texts,
      name: fitText(name, width - shareWidth - amountWidth - 40),
    }
  })
  const marks = shares.map(
    ({ place, name, line }, index): Mark => ({
      place,
      row: 0,
      column: index,
      x: segments[index]!.box.x + segments[index]!.box.width / 2,
      y: 0,
      boxes: [segments[index]!.box, line],
      label: name,
      facts: factsOf(frame, place, [amount, measure]),
      record: recordAt(rows, place),
    }),
  )
  return { height: shareBarHeight + gap + shares.length * lineHeight, segments, marks, shareWidth }
}
