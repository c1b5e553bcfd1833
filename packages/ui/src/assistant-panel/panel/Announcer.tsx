'use client'
import type { Turn } from '@lakefront/react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { announcement } from './announcement.ts'

/** The one live region of the panel. Renders a visually hidden `<div role="status" className={css(kitStyles.hidden)}>`. */
export function Announcer({ turn }: { turn: Turn | undefined }) {
  const { messages, format } = useKit()
  return (
    <div role="status" className={css(kitStyles.hidden)}>
      {turn && announcement(turn, messages, format)}
    </div>
  )
}
