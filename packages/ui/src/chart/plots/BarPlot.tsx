'use client'
import { Bar } from '@visx/shape'
import { useChartContext } from '../ChartContext.ts'
import { layoutBars } from '../layout/layoutBars.ts'
import { svgCss } from '../save/svgCss.ts'
import type { BarChart } from '../types.ts'
import { Axis, GridLines } from './Axes.tsx'
import { Legend } from './Legend.tsx'
import labelStyles from './labels.module.css'
import { RowText } from './RowText.tsx'
import { Surface } from './Surface.tsx'
import styles from './shapes.module.css'

/** A bar for each category, with its name and its exact value. */
export function BarPlot({ chart }: { chart: BarChart }) {
  const { frame } = useChartContext()
  const { height, top, legend, bars, marks, scale, axis, shape } = layoutBars(chart, frame)
  const background = (
    <>
      <Legend items={legend.items} shapeOf={(index) => (index === 0 ? 'bar' : 'tick')} />
      <Axis place="top" top={top} scale={scale} {...axis} />
      <GridLines positions={axis.ticks.map((tick) => scale(tick))} zero={scale(0)} from={top} to={height} upright />
    </>
  )
  const foreground = bars.map(({ y, name, text, isNegative }) => (
    <g key={y}>
      <RowText y={y + shape.textMiddle}>{name}</RowText>
      <RowText y={y + shape.textMiddle} atEnd isNegative={isNegative}>
        {text}
      </RowText>
    </g>
  ))
  return (
    <Surface height={height} marks={marks} background={background} foreground={foreground}>
      {(index) => {
        const { y, box, before, isNegative } = bars[index]!
        return (
          <>
            <Bar x={0} y={y} width={frame.width} height={shape.rowHeight} rx={4} className={svgCss(labelStyles.hit)} />
            {box && <Bar {...box} rx={2} className={svgCss(styles.ink)} data-negative={isNegative || undefined} />}
            {before !== undefined && (
              <Bar
                x={before - 1}
                y={y + shape.barTop - 3}
                width={2}
                height={shape.barHeight + 6}
                className={svgCss(styles.before)}
              />
            )}
          </>
        )
      }}
    </Surface>
  )
}
