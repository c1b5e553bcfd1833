'use client'
import { forwardRef } from 'react'
import { css } from '../../kit/css.ts'
import { KitContext } from '../../kit/KitContext.ts'
import type { PartProps } from '../../kit/usePart.ts'
import { type RootOptions, useRoot } from '../../kit/useRoot.ts'
import styles from './approval-inbox.module.css'
import { Inbox } from './Inbox.tsx'

export type ApprovalInboxState = { theme: string; density: string; status: 'loading' | 'ready' | 'failed' }

export type ApprovalInboxProps = Omit<PartProps<'section', ApprovalInboxState>, 'children'> & RootOptions

/**
 * Everything that waits for a decision, and what was decided, of all assistants and people; follows what others decide
 * within a second. Renders a `<section>`.
 */
export const ApprovalInbox = forwardRef<HTMLElement, ApprovalInboxProps>(function ApprovalInbox(
  { theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  return (
    <KitContext.Provider value={kit}>
      <Inbox ref={ref} state={state} own={{ lang, className: css(styles.inbox, className) }} props={props} />
    </KitContext.Provider>
  )
})
