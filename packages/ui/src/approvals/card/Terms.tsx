'use client'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import { useApprovalRequest } from './ApprovalCardContext.ts'
import styles from './approval-card.module.css'

/** What it costs, whom it touches, who asked and why. Renders a `<dl>`. */
export function Terms() {
  const { messages, format } = useKit()
  const { shown, because, requestedBy, approvers } = useApprovalRequest()
  const text = useApprovalWords()
  const count = (value: number | null) => (value === null ? messages.unknown : format.count(value))
  const askedBy = requestedBy.agentId ? text.onBehalf(requestedBy.agentId, requestedBy.userId) : requestedBy.userId
  const terms: (readonly [name: string, value: string])[] = [
    [text.cost, shown.estimate ? (format.estimate(shown.estimate) ?? messages.unknown) : text.costsNothing],
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
        <div key={name} className={css(styles.term)}>
          <dt className={css(styles.termName)}>{name}</dt>
          <dd className={css(styles.termValue)}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
