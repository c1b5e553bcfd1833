'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { useId } from 'react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useCostText } from '../card/effect/useCostText.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import styles from './bulk.module.css'
import type { ItemState } from './useBulkDecision.ts'

type BulkItemProps = {
  request: ApprovalRequest
  isIncluded: boolean
  /** How it goes; `undefined` until it is under way. */
  state: ItemState | undefined
  isLocked: boolean
  onInclude(isIncluded: boolean): void
}

/** One of several: what would happen, what it costs and whom it touches. Renders a `<li>`. */
export function BulkItem({ request, isIncluded, state, isLocked, onInclude }: BulkItemProps) {
  const text = useApprovalWords()
  const id = useId()
  const { shown } = request
  return (
    <li className={css(styles.item)} data-status={state?.status}>
      <input
        type="checkbox"
        id={id}
        aria-label={text.include(shown.title)}
        checked={isIncluded}
        disabled={isLocked}
        onChange={(event) => onInclude(event.target.checked)}
        className={css(styles.box)}
      />
      <div className={css(styles.about)}>
        <label htmlFor={id} className={css(styles.title)}>
          {shown.title}
        </label>
        {shown.changes.map(({ column, title, before, after }) => (
          <p key={column} className={css(styles.change)}>
            {title}: {before !== null && <del className={css(styles.old)}>{String(before)}</del>}{' '}
            <ins className={css(styles.new)}>{after === null ? '–' : String(after)}</ins>
          </p>
        ))}
        <Touches request={request} />
      </div>
      {state && <State state={state} />}
    </li>
  )
}

function Touches({ request: { shown, requestedBy } }: { request: ApprovalRequest }) {
  const { messages, format } = useKit()
  const text = useApprovalWords()
  const costText = useCostText()
  const count = (value: number | null) => (value === null ? messages.unknown : format.count(value))
  const facts = [
    [text.askedBy, requestedBy.agentId ? text.onBehalf(requestedBy.agentId, requestedBy.userId) : requestedBy.userId],
    [text.cost, costText(shown.estimate)],
    [text.records, count(shown.rows)],
    [text.people, count(shown.people)],
    ...(shown.piiClasses.length > 0 ? [[text.personalData, format.list(shown.piiClasses)]] : []),
    ...(shown.channels.length > 0 ? [[text.sendsTo, format.list(shown.channels)]] : []),
  ]
  return <p className={css(styles.facts)}>{facts.map(([name, value]) => `${name}: ${value}`).join(' · ')}</p>
}

function State({ state }: { state: ItemState }) {
  const text = useApprovalWords()
  const words = text.itemStates
  const said =
    state.status === 'failed'
      ? words.failed(text.problems[state.error.code] ?? state.error.message)
      : words[state.status]
  return (
    <p className={css(styles.state)} data-status={state.status}>
      {said}
    </p>
  )
}
