import { AxisBottom, AxisLeft, type AxisScale, AxisTop } from '@visx/axis'
import { Line } from '@visx/shape'
import { svgCss } from '../save/svgCss.ts'
import styles from './labels.module.css'
import shapeStyles from './shapes.module.css'

type AxisProps = {
  scale: AxisScale<number>
  ticks: readonly (number | Date)[]
  texts: readonly string[]
}

const places = { top: AxisTop, bottom: AxisBottom, side: AxisLeft } as const
const shifts = { top: { dy: '-0.1em' }, bottom: { dy: '0.4em' }, side: { dy: '0.35em' } } as const
const anchors = { top: 'middle', bottom: 'middle', side: 'end' } as const

/** The writing beside a plot: texts at their ticks, no lines. */
export function Axis({
  place,
  scale,
  ticks,
  texts,
  ...at
}: AxisProps & { place: keyof typeof places; left?: number; top?: number }) {
  const Placed = places[place]
  return (
    <Placed
      {...at}
      scale={scale}
      tickValues={[...ticks]}
      tickFormat={(_, index) => texts[index]}
      hideAxisLine
      hideTicks
      tickLength={place === 'side' ? 0 : 4}
      tickComponent={({ x, y, formattedValue }) => (
        <text x={x} y={y} {...shifts[place]} textAnchor={anchors[place]} className={svgCss(styles.axisText)}>
          {formattedValue}
        </text>
      )}
    />
  )
}

type GridLinesProps = {
  positions: readonly number[]
  zero?: number | undefined
  from: number
  to: number
  upright?: boolean
}

/** Hairlines at the ticks; the one at nothing is stronger, since bars start there. */
export function GridLines({ positions, zero, from, to, upright = false }: GridLinesProps) {
  return positions.map((position) => (
    <Line
      key={position}
      from={upright ? { x: position, y: from } : { x: from, y: position }}
      to={upright ? { x: position, y: to } : { x: to, y: position }}
      className={svgCss(shapeStyles.grid)}
      data-zero={position === zero || undefined}
    />
  ))
}
