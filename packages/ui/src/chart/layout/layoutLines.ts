import type { Cell } from '@lakefront/react'
import { scaleUtc } from '@visx/scale'
import { columnTitle } from '../../format/cell.ts'
import { timeOf } from '../../format/timeValue.ts'
import type { VisibleColumn } from '../../result-table/ResultTableContext.ts'
import type { LineChart } from '../types.ts'
import { layoutLegend } from './layoutLegend.ts'
import { type Frame, factsOf, fromStart, type Mark, recordAt, textOf } from './marks.ts'
import { widest } from './measureText.ts'
import { numberScale } from './numberScale.ts'
import { toPixelNumber } from './toPixelNumber.ts'
import { valuesPerMark } from './valuesPerMark.ts'

interface TimeScale extends ReturnType<typeof scaleUtc<number>> {}

const plotHeight = 190
const axisHeight = 24
const tickCount = 5
const gap = 8
const topGap = 8
const endGap = 14
const pixelsBetweenTimes = 18

/** A value on its way from row to pixel; without `y` the line has a gap there. */
export type LinePoint = { place: number; time: number; x: number; y: number | null; column: VisibleColumn }

/** Where everything of a line chart goes: a line for each series, times below, numbers at the side. */
export function layoutLines(chart: LineChart, frame: Frame) {
  const { rows, width, format } = frame
  const { places, time, measures } = chart
  const lines = linesOf(chart, frame)
  const legend = layoutLegend(
    lines.map(({ name }) => name),
    width,
  )
  const top = legend.height + topGap
  const values = measures.flatMap((column) => places.map((place) => toPixelNumber(rows.valueAt(place, column))))
  const { scale: yScale, ticks } = numberScale({ values, range: [top + plotHeight, top], tickCount, fromZero: false })
  const tickTexts = format.axis(ticks, measures[0]!)
  const start = widest(tickTexts) + gap
  const known = timesOf(places.map((place) => rows.valueAt(place, time)))
  const withYear = yearOf(known[0]!.time) !== yearOf(known.at(-1)!.time)
  const timeText = (value: Cell) => format.chartTime(String(value), { withYear })
  const range = [fromStart(frame, start + gap), fromStart(frame, width - endGap)]
  const xScale: TimeScale = scaleUtc<number>({ domain: [known[0]!.time, known.at(-1)!.time], range })

  const drawn = lines.map(({ name, points }) => ({
    name,
    points: points
      .map(({ place, column }): LinePoint => {
        const at = timeOf(rows.valueAt(place, time))
        const value = toPixelNumber(rows.valueAt(place, column))
        return { place, time: at, x: xScale(at), y: value === null ? null : yScale(value), column }
      })
      .filter((point) => Number.isFinite(point.time))
      .sort((left, right) => left.time - right.time),
  }))
  const columnOf = new Map(known.map((item, index) => [item.time, index]))
  const seriesOf: number[] = []
  const every = valuesPerMark(chart)
  const marks = drawn.flatMap(({ name, points }, row) =>
    points.flatMap((point): Mark[] => {
      const column = columnOf.get(point.time) ?? 0
      if (point.y === null || column % every !== 0) return []
      seriesOf.push(row)
      const label = timeText(rows.valueAt(point.place, time))
      const named = chart.series ? `${label}, ${name}` : label
      return [
        {
          place: point.place,
          row,
          column,
          x: point.x,
          y: point.y,
          label: lines.length > 1 && !chart.series ? `${label}, ${name}` : named,
          facts: factsOf(frame, point.place, [point.column]),
          record: recordAt(rows, point.place),
        },
      ]
    }),
  )
  const axisTimes = spread(known, Math.abs(range[1]! - range[0]!), ({ value }) => timeText(value))
  return {
    height: top + plotHeight + axisHeight,
    top,
    bottom: top + plotHeight,
    start,
    legend,
    lines: drawn,
    marks,
    seriesOf,
    xScale,
    yScale,
    ticks,
    tickTexts,
    axisTimes,
    pointRadius: radiusAt((width - start) / known.length),
  }
}

function linesOf({ places, series, measures }: LineChart, frame: Frame) {
  if (!series)
    return measures.map((column) => ({ name: columnTitle(column), points: places.map((place) => ({ place, column })) }))
  const [column] = measures as [VisibleColumn]
  const byName = new Map<string, { place: number; column: VisibleColumn }[]>()
  for (const place of places) {
    const name = textOf(frame, place, series)
    const points = byName.get(name) ?? []
    points.push({ place, column })
    byName.set(name, points)
  }
  return [...byName].map(([name, points]) => ({ name, points }))
}

/** Points that would run into one another are not drawn; the line is there, and so is the ring of the one that is meant. */
function radiusAt(pixelsBetween: number): number {
  if (pixelsBetween < 4) return 0
  return pixelsBetween < 9 ? 1.2 : 2.75
}

const yearOf = (time: number) => new Date(time).getUTCFullYear()

type KnownTime = { time: number; value: Cell }

function timesOf(values: readonly Cell[]): KnownTime[] {
  const byTime = new Map(values.map((value) => [timeOf(value), value]))
  const known = [...byTime].map(([time, value]) => ({ time, value })).filter(({ time }) => Number.isFinite(time))
  return known.sort((left, right) => left.time - right.time)
}

/** As many of the times as there is room for, evenly. Some of the texts tell how wide they are: they are all alike. */
function spread(times: readonly KnownTime[], width: number, textFor: (item: KnownTime) => string) {
  const looked = times.filter((_, index) => index % Math.ceil(times.length / textsLookedAt) === 0)
  const room = Math.max(1, Math.floor(width / (widest(looked.map(textFor)) + pixelsBetweenTimes)))
  const step = Math.ceil(times.length / room)
  return times.filter((_, index) => index % step === 0).map((item) => ({ time: item.time, text: textFor(item) }))
}

const textsLookedAt = 60
