'use client'
import type { useAutonomy } from '@lakefront/react/governance'
import frameStyles from '../frame/frame.module.css'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { ReadProblem } from '../states/ReadProblem.tsx'
import { AutonomyForm } from './AutonomyForm.tsx'
import styles from './autonomy.module.css'
import { useAutonomyWords } from './useAutonomyWords.ts'

type AutonomyProps = { titleId: string; reading: ReturnType<typeof useAutonomy> }

/** What the control is called, the setting, and what is said instead of it. */
export function Autonomy({ titleId, reading: { data, error, isPending, refetch } }: AutonomyProps) {
  const { format } = useKit()
  const text = useAutonomyWords()
  return (
    <>
      <h2 id={titleId} className={css(frameStyles.title)}>
        {text.title}
      </h2>
      <p className={css(styles.hint)}>{text.hint}</p>
      {error && <ReadProblem error={error} onRetry={() => void refetch()} />}
      {isPending && <span className={css(kitStyles.skeleton)} />}
      {data && (
        <>
          <p className={css(styles.hint)}>
            {data.setBy && data.setAt ? text.setBy(data.setBy, format.moment(data.setAt)) : text.asConfigured}{' '}
            {!data.mayChange && text.readOnly}
          </p>
          <AutonomyForm setting={data} />
        </>
      )}
    </>
  )
}
