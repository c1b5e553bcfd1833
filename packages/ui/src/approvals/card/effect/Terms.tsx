'use client'
import type { ReactNode } from 'react'
import { useCostWords } from '../../../cost/useCostWords.ts'
import { css } from '../../../kit/css.ts'
import { useKit } from '../../../kit/KitContext.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import styles from './terms.module.css'
import { useCostText } from './useCostText.ts'

/** What it costs, whom it touches, who asked and why. Renders a `<dl>`. */
export function Terms() {
  const { messages, format } = useKit()
  const text = useApprovalWords()
  const { shown, because, requestedBy, approvers } = useApprovalRequest()
  const count = (value: number | null) => (value === null ? messages.unknown : format.count(value))
  const askedBy = requestedBy.agentId ? text.onBehalf(requestedBy.agentId, requestedBy.userId) : requestedBy.userId
  const terms: (readonly [name: string, value: ReactNode])[] = [
    [text.cost, <CostTerm key="cost" />],
    [text.records, count(shown.rows)],
    [text.people, count(shown.people)],
    ...(shown.piiClasses.length > 0 ? [[text.personalData, format.list(shown.piiClasses)] as const] : []),
    ...(shown.channels.length > 0 ? [[text.sendsTo, format.list(shown.channels)] as const] : []),
    [text.askedBy, askedBy],
    [text.why, because.join(' ')],
    ...(approvers.quorum > 1 ? [[text.needs, text.approvals(approvers.quorum)] as const] : []),
  ]
  return (
    <dl className={css(styles.terms)}>
      {terms.map(([name, value]) => (
        <div key={name} className={css(styles.term, name === text.why && styles.sentence)}>
          <dt className={css(styles.termName)}>{name}</dt>
          <dd className={css(styles.termValue)}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The range, how sure it is and why, and the date of the prices. */
function CostTerm() {
  const { format } = useKit()
  const text = useApprovalWords()
  const { confidences } = useCostWords()
  const costText = useCostText()
  const { estimate, pricesAsOf } = useApprovalRequest().shown
  const grounds = estimate && [
    confidences[estimate.confidence].name,
    ...(estimate.basis ? [estimate.basis] : []),
    ...(pricesAsOf ? [text.pricesOf(format.date(pricesAsOf))] : []),
  ]
  return (
    <>
      {costText(estimate)}
      {grounds && <span className={css(styles.grounds)}>{grounds.join(' · ')}</span>}
    </>
  )
}
