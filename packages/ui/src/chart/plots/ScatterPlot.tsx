'use client'
import { Circle } from '@visx/shape'
import { useChartContext } from '../ChartContext.ts'
import { layoutScatter } from '../layout/layoutScatter.ts'
import { fromStart } from '../layout/marks.ts'
import { svgCss } from '../save/svgCss.ts'
import type { ScatterChart } from '../types.ts'
import { Axis, GridLines } from './Axes.tsx'
import styles from './labels.module.css'
import { Surface } from './Surface.tsx'
import shapeStyles from './shapes.module.css'

/** A point for each row, by two measures. */
export function ScatterPlot({ chart }: { chart: ScatterChart }) {
  const { frame } = useChartContext()
  const { height, top, bottom, start, marks, horizontal, vertical } = layoutScatter(chart, frame)
  const [from, to] = [fromStart(frame, start), fromStart(frame, frame.width)]
  const background = (
    <>
      <text x={fromStart(frame, 0)} y={8} dy="0.35em" className={svgCss(styles.axisTitle)}>
        {vertical.title}
      </text>
      <GridLines
        positions={vertical.ticks.map((tick) => vertical.scale(tick))}
        zero={vertical.scale(0)}
        from={from}
        to={to}
      />
      <GridLines
        positions={horizontal.ticks.map((tick) => horizontal.scale(tick))}
        zero={horizontal.scale(0)}
        from={top}
        to={bottom}
        upright
      />
      <Axis
        place="side"
        left={fromStart(frame, start - 8)}
        scale={vertical.scale}
        ticks={vertical.ticks}
        texts={vertical.texts}
      />
      <Axis place="bottom" top={bottom} scale={horizontal.scale} ticks={horizontal.ticks} texts={horizontal.texts} />
      <text x={to} y={height - 8} textAnchor="end" className={svgCss(styles.axisTitle)}>
        {horizontal.title}
      </text>
    </>
  )
  return (
    <Surface height={height} marks={marks} background={background}>
      {(index) => <Circle cx={marks[index]?.x} cy={marks[index]?.y} r={4} className={svgCss(shapeStyles.dot)} />}
    </Surface>
  )
}
