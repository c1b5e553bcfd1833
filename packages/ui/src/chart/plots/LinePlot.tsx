'use client'
import { Circle, LinePath } from '@visx/shape'
import { useChartContext } from '../ChartContext.ts'
import { type LinePoint, layoutLines } from '../layout/layoutLines.ts'
import { fromStart } from '../layout/marks.ts'
import { svgCss } from '../save/svgCss.ts'
import type { LineChart } from '../types.ts'
import { Axis, GridLines } from './Axes.tsx'
import { Legend } from './Legend.tsx'
import { Surface } from './Surface.tsx'
import styles from './shapes.module.css'

/** A line for each series over time; a missing value is a gap. */
export function LinePlot({ chart }: { chart: LineChart }) {
  const { frame } = useChartContext()
  const plot = layoutLines(chart, frame)
  const { legend, lines, marks, xScale, yScale, axisTimes } = plot
  const background = (
    <>
      <Legend items={legend.items} shapeOf={() => 'line'} />
      <GridLines
        positions={plot.ticks.map((tick) => yScale(tick))}
        zero={yScale(0)}
        from={fromStart(frame, plot.start + 8)}
        to={fromStart(frame, frame.width)}
      />
      <Axis place="side" left={fromStart(frame, plot.start)} scale={yScale} ticks={plot.ticks} texts={plot.tickTexts} />
      <Axis
        place="bottom"
        top={plot.bottom}
        scale={xScale}
        ticks={axisTimes.map(({ time }) => new Date(time))}
        texts={axisTimes.map(({ text }) => text)}
      />
      {lines.map(({ name, points }, index) => (
        <g key={name} data-series={index}>
          <LinePath<LinePoint>
            data={points}
            x={({ x }) => x}
            y={({ y }) => y ?? 0}
            defined={({ y }) => y !== null}
            className={svgCss(styles.line)}
            fill="none"
          />
        </g>
      ))}
    </>
  )
  return (
    <Surface height={plot.height} marks={marks} background={background}>
      {(index) => (
        <g data-series={plot.seriesOf[index]}>
          <Circle cx={marks[index]?.x} cy={marks[index]?.y} r={plot.pointRadius} className={svgCss(styles.point)} />
        </g>
      )}
    </Surface>
  )
}
