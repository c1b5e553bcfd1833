'use client'
import { Bar } from '@visx/shape'
import { useChartContext } from '../ChartContext.ts'
import { layoutStack } from '../layout/layoutStack.ts'
import { fromStart } from '../layout/marks.ts'
import { svgCss } from '../save/svgCss.ts'
import type { StackChart } from '../types.ts'
import { Axis, GridLines } from './Axes.tsx'
import { Legend } from './Legend.tsx'
import styles from './labels.module.css'
import { SharePlot } from './SharePlot.tsx'
import { Surface } from './Surface.tsx'
import shapeStyles from './shapes.module.css'

/** Parts of a whole: of each category, or of everything. */
export function StackPlot({ chart }: { chart: StackChart }) {
  const { category } = chart
  return category ? <PartedBars chart={{ ...chart, category }} /> : <SharePlot chart={chart} />
}

function PartedBars({ chart }: { chart: Parameters<typeof layoutStack>[0] }) {
  const { frame } = useChartContext()
  const { height, top, legend, names, segments, marks, scale, axis, rowHeight } = layoutStack(chart, frame)
  const background = (
    <>
      <Legend items={legend.items} shapeOf={() => 'bar'} />
      <Axis place="top" top={top} scale={scale} {...axis} />
      <GridLines positions={axis.ticks.map((tick) => scale(tick))} zero={scale(0)} from={top} to={height} upright />
      {names.map((name, row) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be cut to the same text
          key={row}
          x={fromStart(frame, 0)}
          y={top + (row + 0.5) * rowHeight}
          dy="0.35em"
          className={svgCss(styles.name)}
        >
          {name}
        </text>
      ))}
    </>
  )
  return (
    <Surface height={height} marks={marks} background={background}>
      {(index) => (
        <g data-series={segments[index]?.part}>
          <Bar {...segments[index]?.box} className={svgCss(shapeStyles.segment)} />
        </g>
      )}
    </Surface>
  )
}
