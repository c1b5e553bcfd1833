'use client'
import { Bar, Line } from '@visx/shape'
import { useChartContext } from '../ChartContext.ts'
import type { LegendItem } from '../layout/layoutLegend.ts'
import { fromStart } from '../layout/marks.ts'
import { svgCss } from '../save/svgCss.ts'
import labelStyles from './labels.module.css'
import styles from './shapes.module.css'

type LegendProps = {
  items: readonly LegendItem[]
  /** How the n-th series is drawn. */
  shapeOf: (index: number) => 'line' | 'bar' | 'tick'
}

/** Which name belongs to which colour. Part of the drawing, so that a saved picture has it too. */
export function Legend({ items, shapeOf }: LegendProps) {
  const { frame } = useChartContext()
  return items.map(({ text, x, y }, index) => (
    <g key={text} data-series={index}>
      <Swatch shape={shapeOf(index)} start={fromStart(frame, x)} end={fromStart(frame, x + 14)} y={y + 8} />
      <text x={fromStart(frame, x + 20)} y={y + 8} dy="0.35em" className={svgCss(labelStyles.legendText)}>
        {text}
      </text>
    </g>
  ))
}

type SwatchProps = { shape: 'line' | 'bar' | 'tick'; start: number; end: number; y: number }

function Swatch({ shape, start, end, y }: SwatchProps) {
  const left = Math.min(start, end)
  if (shape === 'line') return <Line from={{ x: start, y }} to={{ x: end, y }} className={svgCss(styles.line)} />
  if (shape === 'tick') return <Bar x={left + 6} y={y - 7} width={2} height={14} className={svgCss(styles.before)} />
  return <Bar x={left + 2} y={y - 5} width={10} height={10} rx={2} className={svgCss(styles.ink)} />
}
