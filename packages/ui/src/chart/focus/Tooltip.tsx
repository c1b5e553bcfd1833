import { css } from '../../kit/css.ts'
import type { Mark } from '../layout/marks.ts'
import styles from './mark-focus.module.css'

const greatestWidth = 240

/** What the mark says, beside it; the live region says the same to those who cannot see it. */
export function Tooltip({ mark: { x, y, label, facts }, width }: { mark: Mark; width: number }) {
  const left = Math.max(0, Math.min(x - greatestWidth / 2, width - greatestWidth))
  const isRight = x > width / 2
  return (
    <div
      aria-hidden="true"
      className={css(styles.tooltip)}
      style={{
        top: y,
        maxInlineSize: Math.min(greatestWidth, width),
        ...(isRight ? { right: Math.max(0, width - x - (x - left) / 3) } : { left: Math.max(0, x - (x - left) / 3) }),
      }}
    >
      <bdi className={css(styles.tooltipTitle)}>{label}</bdi>
      {facts.map(({ title, text }) => (
        <span key={title} className={css(styles.tooltipFact)}>
          <span className={css(styles.tooltipName)}>{title}</span>
          <span className={css(styles.tooltipValue)}>{text}</span>
        </span>
      ))}
    </div>
  )
}
