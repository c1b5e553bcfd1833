'use client'
import type { CapUse } from '@lakefront/react'
import type { CSSProperties } from 'react'
import { Fact, Facts } from '../../facts/Facts.tsx'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import spendingStyles from '../spending.module.css'
import { useSpendingWords } from '../useSpendingWords.ts'
import styles from './budget.module.css'

/** One cap: how full it is, in words and as a meter. Renders an `<li>`. */
export function CapMeter({ cap }: { cap: CapUse }) {
  const words = useSpendingWords()
  const { scope, period, state } = cap
  return (
    <li className={css(styles.cap)} data-status={state}>
      <div className={css(styles.capHead)}>
        <h3 className={css(styles.capTitle)}>{words.caps[scope][period]}</h3>
        {period !== 'query' && (
          <span className={css(styles.capState)}>
            {state !== 'ok' && <Icon name="warning" />}
            {words.states[state]}
          </span>
        )}
      </div>
      {period === 'query' ? <QueryCap cap={cap} /> : <PeriodCap cap={cap} />}
    </li>
  )
}

/** A cap on a single query is a limit that nothing fills. */
function QueryCap({ cap: { capUsd, confirmAboveUsd } }: { cap: CapUse }) {
  const { format } = useKit()
  const words = useSpendingWords()
  return (
    <p className={css(spendingStyles.soft)}>
      {words.perQuery(format.cost(capUsd))}{' '}
      {confirmAboveUsd !== null && words.confirmAbove(format.cost(confirmAboveUsd))}
    </p>
  )
}

function PeriodCap({ cap }: { cap: CapUse }) {
  const { format } = useKit()
  const words = useSpendingWords()
  const { capUsd, spentUsd, reservedUsd, leftUsd, confirmAboveUsd, projectedUsd, resetsAt, state } = cap
  const sayPace = projectedUsd !== null && projectedUsd > capUsd ? words.projectedOver : words.projected
  const pace = projectedUsd !== null && sayPace(format.cost(projectedUsd), format.cost(capUsd))
  const confirm = confirmAboveUsd !== null && state !== 'confirm' && words.confirmAbove(format.cost(confirmAboveUsd))
  return (
    <>
      <Meter cap={cap} />
      <Facts>
        <Fact name={words.spent}>{words.used(format.cost(spentUsd), format.cost(capUsd))}</Fact>
        {reservedUsd > 0 && <Fact name={words.reserved}>{format.cost(reservedUsd)}</Fact>}
        <Fact name={words.left}>{format.cost(leftUsd)}</Fact>
        {resetsAt !== null && <Fact name={words.resets}>{format.moment(resetsAt)}</Fact>}
      </Facts>
      <p className={css(spendingStyles.soft)}>{[pace, confirm].filter(Boolean).join(' ')}</p>
    </>
  )
}

function Meter({ cap: { scope, period, capUsd, spentUsd, reservedUsd, leftUsd, confirmAboveUsd } }: { cap: CapUse }) {
  const { format } = useKit()
  const words = useSpendingWords()
  const share = (amountUsd: number) => `${capUsd > 0 ? Math.min(100, (amountUsd / capUsd) * 100) : 100}%`
  const [spent, reserved, left, whole] = [spentUsd, reservedUsd, leftUsd, capUsd].map(format.cost) as Four
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <meter> cannot show what is set aside
    <div
      role="meter"
      aria-label={words.caps[scope][period]}
      aria-valuemin={0}
      aria-valuemax={capUsd}
      aria-valuenow={Math.min(capUsd, spentUsd + reservedUsd)}
      aria-valuetext={words.meter(spent, reserved, left, whole)}
      className={css(styles.meter)}
      style={{ '--spent': share(spentUsd), '--used': share(spentUsd + reservedUsd) } as CSSProperties}
    >
      <span className={css(styles.reserved)} />
      <span className={css(styles.spent)} />
      {confirmAboveUsd !== null && (
        <span className={css(styles.mark)} style={{ insetInlineStart: share(confirmAboveUsd) }} />
      )}
    </div>
  )
}

type Four = [string, string, string, string]
