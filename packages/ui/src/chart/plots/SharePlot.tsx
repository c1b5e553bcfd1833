'use client'
import { Bar } from '@visx/shape'
import { useChartContext } from '../ChartContext.ts'
import { layoutShares } from '../layout/layoutStack.ts'
import { fromStart } from '../layout/marks.ts'
import { svgCss } from '../save/svgCss.ts'
import type { StackChart } from '../types.ts'
import labelStyles from './labels.module.css'
import { RowText } from './RowText.tsx'
import { Surface } from './Surface.tsx'
import styles from './shapes.module.css'

/** One bar of shares; each part has a line under it with its name and its exact values. */
export function SharePlot({ chart }: { chart: StackChart }) {
  const { frame } = useChartContext()
  const { height, segments, marks, shareWidth } = layoutShares(chart, frame)
  const foreground = segments.map(({ line, name, texts }) => {
    const middle = line.y + line.height / 2
    return (
      <g key={line.y}>
        <RowText y={middle} indent={20}>
          {name}
        </RowText>
        {texts.map((text, column) => (
          <RowText key={text} y={middle} indent={column === texts.length - 1 ? 0 : shareWidth + 20} atEnd>
            {text}
          </RowText>
        ))}
      </g>
    )
  })
  return (
    <Surface height={height} marks={marks} foreground={foreground}>
      {(index) => {
        const { box, line } = segments[index]!
        const middle = line.y + line.height / 2
        return (
          <g data-series={index}>
            <Bar {...line} rx={4} className={svgCss(labelStyles.hit)} />
            <Bar {...box} className={svgCss(styles.segment)} />
            <Bar
              x={fromStart(frame, 6) - 5}
              y={middle - 5}
              width={10}
              height={10}
              rx={2}
              className={svgCss(styles.ink)}
            />
          </g>
        )
      }}
    </Surface>
  )
}
