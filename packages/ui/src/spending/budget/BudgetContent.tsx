'use client'
import type { useBudget } from '@lakefront/react/governance'
import frameStyles from '../../frame/frame.module.css'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { Nothing } from '../../states/Nothing.tsx'
import { SpendingProblem } from '../SpendingProblem.tsx'
import spendingStyles from '../spending.module.css'
import { useSpendingWords } from '../useSpendingWords.ts'
import styles from './budget.module.css'
import { CapMeter } from './CapMeter.tsx'

type BudgetContentProps = { titleId: string; budget: ReturnType<typeof useBudget> }

/** What lies in the part: each cap, and what is said instead of them. */
export function BudgetContent({ titleId, budget: { data, error, isPending, refetch } }: BudgetContentProps) {
  const { format } = useKit()
  const words = useSpendingWords()
  return (
    <>
      <div className={css(spendingStyles.head)}>
        <h2 id={titleId} className={css(frameStyles.title)}>
          {words.budget}
        </h2>
        {data && <span className={css(spendingStyles.soft)}>{words.asOf(format.timeOfDay(data.asOf))}</span>}
      </div>
      {isPending && (
        <p role="status" className={css(spendingStyles.soft)}>
          <span className={css(kitStyles.skeleton)} />
          <span className={css(kitStyles.hidden)}>{words.loadingBudget}</span>
        </p>
      )}
      {error && <SpendingProblem error={error} onRetry={() => void refetch()} />}
      {data?.caps.length === 0 && <Nothing>{words.noCaps}</Nothing>}
      {data && data.caps.length > 0 && (
        <ul className={css(styles.caps)}>
          {data.caps.map((cap) => (
            <CapMeter key={`${cap.scope} ${cap.period}`} cap={cap} />
          ))}
        </ul>
      )}
    </>
  )
}
