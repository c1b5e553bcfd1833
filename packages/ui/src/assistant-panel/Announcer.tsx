'use client'
import type { Turn } from '@lakefront/react'
import { useKit } from '../kit/KitContext.ts'
import { VisuallyHidden } from '../kit/VisuallyHidden.tsx'
import { announcement } from './announcement.ts'

/** The one live region of the panel. Renders a visually hidden `<div role="status">`. */
export function Announcer({ turn }: { turn: Turn | undefined }) {
  const { messages, format } = useKit()
  return (
    <div role="status">
      <VisuallyHidden>{turn && announcement(turn, messages, format)}</VisuallyHidden>
    </div>
  )
}
