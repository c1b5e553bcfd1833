'use client'
import { forwardRef, lazy, Suspense } from 'react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { withoutMarkdown } from '../../markdown/withoutMarkdown.ts'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'
import { isRunning } from './turnStage.ts'

const loadMarkdown = () => import('../../markdown/Markdown.tsx')
const Markdown = lazy(loadMarkdown)

/** Fetches the renderer's code while the question is being answered. */
export function preloadMarkdown(): void {
  void loadMarkdown()
}

/** The finding in words, drawn as it arrives; nothing before the first word. Renders a `<div>`. */
export const Text = forwardRef<HTMLDivElement, PartProps<'div'>>(function Text(props, ref) {
  const turn = useTurn()
  const { text, error, status, clarification, restored, result } = turn
  const children = (
    <Suspense fallback={<p className={css(styles.plainText)}>{withoutMarkdown(text)}</p>}>
      <Markdown text={text} isGrowing={isRunning(turn)} />
    </Suspense>
  )
  const own = { className: styles.text, children }
  const element = usePart({ tag: 'div', ref: ref as never, own, props: props as never })
  // What went wrong, or is asked back, is said with the way out, by <Problem> and <Clarification>; once is enough.
  const saidElsewhere =
    status === 'refused' || status === 'approval-required' || text === (error ?? clarification)?.message
  if (restored && result) return <NotKept />
  return text === '' || saidElsewhere ? null : element
})

/** The finding says what rows hold, so no storage keeps it. */
function NotKept() {
  const { messages } = useKit()
  return <p className={css(styles.cost)}>{messages.findingNotKept}</p>
}
