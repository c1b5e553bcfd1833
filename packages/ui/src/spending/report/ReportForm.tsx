'use client'
import type { SpendDimension } from '@lakefront/react'
import { useState } from 'react'
import { DateField } from '../../form/Field.tsx'
import { Switch } from '../../form/Switch.tsx'
import frameStyles from '../../frame/frame.module.css'
import { css } from '../../kit/css.ts'
import { Problem } from '../../states/Problem.tsx'
import spendingStyles from '../spending.module.css'
import { useSpendingWords } from '../useSpendingWords.ts'
import styles from './report.module.css'

/** First and last day, `yyyy-mm-dd`; left out, the gateway's own choice holds. */
export type Days = { from?: string; to?: string }

type ReportFormProps = {
  titleId: string
  by: SpendDimension
  days: Days
  onBy(by: SpendDimension): void
  onDays(days: Days): void
}

const dimensions: readonly SpendDimension[] = ['source', 'day', 'user', 'question']

/** What the report is called, what its lines stand for and which days count. */
export function ReportForm({ titleId, by, days, onBy, onDays }: ReportFormProps) {
  const words = useSpendingWords()
  const [draft, setDraft] = useState<Days>({})
  const { from = '', to = '' } = { ...days, ...draft }
  const isTurned = from !== '' && to !== '' && from > to

  function change(changed: Days) {
    const next = { from, to, ...changed }
    const isWrong = next.from > next.to
    setDraft(isWrong ? next : {})
    if (!isWrong && next.from !== '' && next.to !== '') onDays(next)
  }
  return (
    <>
      <div className={css(spendingStyles.head)}>
        <h2 id={titleId} className={css(frameStyles.title)}>
          {words.report}
        </h2>
        <Switch
          label={words.groupBy}
          value={by}
          choices={dimensions.map((value) => ({ value, label: words.by[value] }))}
          onChange={onBy}
        />
      </div>
      <div className={css(styles.days)}>
        <DateField label={words.from} value={from} isInvalid={isTurned} onChange={(value) => change({ from: value })} />
        <DateField label={words.to} value={to} isInvalid={isTurned} onChange={(value) => change({ to: value })} />
      </div>
      {isTurned && <Problem>{words.fromAfterTo}</Problem>}
    </>
  )
}
