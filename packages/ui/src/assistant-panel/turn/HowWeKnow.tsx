'use client'
import type { Turn } from '@lakefront/react'
import { forwardRef, lazy, Suspense, useId, useState } from 'react'
import { Button, type ButtonProps } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'
import { isRunning } from './turnStage.ts'
import { useKnownCost } from './useKnownCost.ts'

const LazyProvenance = lazy(() =>
  import('../../provenance/index.ts').then(({ Provenance }) => ({ default: Provenance })),
)

/**
 * Opens how the answer is known; nothing while there is no answer. Its code comes when it is first opened. Renders a
 * `<button>`, and a `<section>` below it once opened.
 */
export const HowWeKnow = forwardRef<HTMLButtonElement, ButtonProps>(function HowWeKnow(props, ref) {
  const { messages } = useKit()
  const turn = useTurn()
  const [open, setOpen] = useState(false)
  const id = useId()
  if (isRunning(turn) || !isAnswer(turn)) return null
  return (
    <>
      <Button
        ref={ref}
        variant="plain"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className={styles.how}
        onClick={() => setOpen(!open)}
        {...props}
      >
        {messages.howDoWeKnow}
      </Button>
      {open && (
        <div id={id} className={css(styles.known)}>
          <Suspense fallback={<span className={css(kitStyles.spinner)} />}>
            <Known turn={turn} />
          </Suspense>
        </div>
      )}
    </>
  )
})

function Known({ turn }: { turn: Turn }) {
  return <LazyProvenance answer={{ ...turn, cost: useKnownCost(turn) }} />
}

/** Where the assistant asked back, or somebody has to agree first, nothing is known yet. */
function isAnswer({ status, steps, answerId }: Turn): boolean {
  if (status === 'clarification' || status === 'approval-required') return false
  return steps.length > 0 || answerId !== undefined
}
