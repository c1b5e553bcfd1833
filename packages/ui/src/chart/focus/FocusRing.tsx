import { Bar, Circle } from '@visx/shape'
import type { Mark } from '../layout/marks.ts'
import { svgCss } from '../save/svgCss.ts'
import styles from './mark-focus.module.css'

const room = 1
const pointRadius = 8

/** Where the focus is; shown by the style sheet. */
export function FocusRing({ mark: { boxes, x, y } }: { mark: Mark }) {
  const box = boxes?.[0]
  if (!box) return <Circle cx={x} cy={y} r={pointRadius} className={svgCss(styles.ring)} />
  return (
    <Bar
      x={box.x + room}
      y={box.y + room}
      width={Math.max(box.width - room * 2, 2)}
      height={Math.max(box.height - room * 2, 2)}
      rx={3}
      className={svgCss(styles.ring)}
    />
  )
}
