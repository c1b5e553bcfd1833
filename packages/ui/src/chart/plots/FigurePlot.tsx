'use client'
import { columnTitle, isNegative } from '../../format/cell.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useChartContext } from '../ChartContext.ts'
import { factsOf, fromStart, type Mark, recordAt, textOf } from '../layout/marks.ts'
import { textWidth } from '../layout/measureText.ts'
import { toPixelNumber } from '../layout/toPixelNumber.ts'
import { svgCss } from '../save/svgCss.ts'
import type { FigureChart } from '../types.ts'
import styles from './labels.module.css'
import { Surface } from './Surface.tsx'

const [height, largestFont, place] = [104, 30, 0]

/** One number, and what it was before where that is known. */
export function FigurePlot({ chart: { measure, previous, change } }: { chart: FigureChart }) {
  const { messages } = useKit()
  const { frame, title } = useChartContext()
  const { rows, width } = frame
  const text = textOf(frame, place, measure)
  const fontSize = Math.min(largestFont, (largestFont * width) / Math.max(textWidth(text, largestFont), 1))
  const growth = change && rows.valueAt(place, change)
  const marks: Mark[] = [
    {
      place,
      row: 0,
      column: 0,
      x: width / 2,
      y: 0,
      boxes: [{ x: 0, y: 0, width, height }],
      label: columnTitle(measure) || title,
      facts: factsOf(frame, place, [measure, previous, change]),
      record: recordAt(rows, place),
    },
  ]
  const foreground = (
    <>
      <text x={fromStart(frame, 0)} y={16} className={svgCss(styles.axisTitle)}>
        {columnTitle(measure)}
      </text>
      <text
        x={fromStart(frame, 0)}
        y={56}
        className={svgCss(styles.figure)}
        style={{ fontSize }}
        data-negative={isNegative(rows.valueAt(place, measure), measure) || undefined}
      >
        {text}
      </text>
      {(change || previous) && (
        <text x={fromStart(frame, 0)} y={86} className={svgCss(styles.name)}>
          {change && (
            <tspan className={svgCss(styles.growth)} data-negative={isNegative(growth ?? null, change) || undefined}>
              {arrowOf(toPixelNumber(growth ?? null))}{' '}
              {growth === null ? messages.noChange : textOf(frame, place, change)}{' '}
            </tspan>
          )}
          {previous && (
            <tspan className={svgCss(styles.soft)}>
              {messages.changeFrom(textOf(frame, place, previous))} ({columnTitle(previous)})
            </tspan>
          )}
        </text>
      )}
    </>
  )
  return (
    <Surface height={height} marks={marks} foreground={foreground}>
      {() => null}
    </Surface>
  )
}

function arrowOf(growth: number | null): string {
  if (growth === null || growth === 0) return ''
  return growth > 0 ? '▲' : '▼'
}
