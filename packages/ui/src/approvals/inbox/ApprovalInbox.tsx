'use client'
import { forwardRef, useId } from 'react'
import { Frame, type FrameProps, readingStatus } from '../../frame/Frame.tsx'
import { Inbox } from './Inbox.tsx'
import { useInbox } from './useInbox.ts'

export type ApprovalInboxProps = FrameProps

/**
 * Everything that waits for a decision, and what was decided, of all assistants and people; follows what others decide
 * within a second. Renders a `<section>`.
 */
export const ApprovalInbox = forwardRef<HTMLElement, ApprovalInboxProps>(function ApprovalInbox(props, ref) {
  const titleId = useId()
  const inbox = useInbox()
  const status = readingStatus(inbox.found)
  return (
    <Frame ref={ref} status={status} titleId={titleId} own={{ 'aria-busy': status === 'loading' }} given={props}>
      <Inbox titleId={titleId} {...inbox} />
    </Frame>
  )
})
