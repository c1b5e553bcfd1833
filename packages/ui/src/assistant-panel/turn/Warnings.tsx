'use client'
import { forwardRef } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'
import { TryAgainAt } from './TryAgainAt.tsx'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'

/** What is wrong with the rows that follow: partial, unmatched, stale. Nothing when all is well. Renders a `<div>`. */
export const Warnings = forwardRef<HTMLDivElement, PartProps<'div'>>(function Warnings(props, ref) {
  const { messages } = useKit()
  const { id, status, warnings, result, error } = useTurn()
  const { retry } = usePanelAsk()
  const partial = status === 'partial'
  // The table says itself, with the number of rows, that it was cut off.
  const said = warnings.filter(({ code }) => !(code === 'truncated' && result?.truncated))
  const hasLost = said.some(({ message }) => message === '')
  const told = said.filter(({ message }) => message !== '')
  const children = (
    <>
      <Icon name="warning" className={styles.noticeIcon} />
      <div className={css(styles.noticeBody)}>
        {partial && <p className={css(styles.noticeTitle)}>{messages.partial}</p>}
        {hasLost && <p className={css(styles.noticeText)}>{messages.warningsNotKept}</p>}
        {told.map(({ code, message }) => (
          <p key={`${code} ${message}`} className={css(styles.noticeText)}>
            {message}
          </p>
        ))}
        {partial && <TryAgainAt retryAt={error?.retryAt} />}
      </div>
      {(partial || hasLost) && <Button onClick={() => retry(id)}>{messages.askAgain}</Button>}
    </>
  )
  const own = { className: styles.notice, children }
  const element = usePart({ tag: 'div', ref: ref as never, state: { tone: 'warn' }, own, props: props as never })
  return partial || said.length > 0 ? element : null
})
