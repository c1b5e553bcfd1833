'use client'
import { type Cost, useCostEstimate } from '@lakefront/react'
import { forwardRef } from 'react'
import { Button } from '../kit/Button.tsx'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { CostContext } from './CostContext.ts'
import type { PastError } from './CostFacts.tsx'
import styles from './cost.module.css'
import { useCostWords } from './useCostWords.ts'

export type CostEstimateState = { status: 'idle' | 'loading' | 'ready' | 'failed' }

// A name of its own: spelled out in declarations, it would lead to a package that this one does not depend on.
export interface CostEstimateOptions {
  /** Source id from the catalog. With `sql` it is estimated what that would cost; nothing is run. */
  source?: string | undefined
  sql?: string | undefined
  /** A cost that is known already, such as an answer's; then nothing is asked. */
  cost?: Cost | undefined
  /** How far estimates were off before; comes with the estimate when that is asked for. */
  pastError?: PastError | undefined
}

export type CostEstimateRootProps = PartProps<'section', CostEstimateState> & CostEstimateOptions

/** Asks what a statement would cost, or takes a cost that is known, for the parts inside. Renders a `<section>`. */
export const CostEstimateRoot = forwardRef<HTMLElement, CostEstimateRootProps>(function CostEstimateRoot(
  { source, sql, cost, pastError, children, ...props },
  ref,
) {
  const words = useCostWords()
  const asked = cost ? {} : { source, sql }
  const { data, error, fetchStatus, refetch } = useCostEstimate(asked)
  const known = cost ? { cost, pastError } : data
  const status = known ? 'ready' : error ? 'failed' : fetchStatus === 'fetching' ? 'loading' : 'idle'

  const inside = (
    <>
      {status === 'loading' && (
        <p role="status" className={css(styles.line)}>
          <span className={css(kitStyles.spinner)} /> {words.estimating}
        </p>
      )}
      {status === 'failed' && error && <Failed error={error} onRetry={() => void refetch()} />}
      {known && children}
    </>
  )
  const own = { 'aria-label': words.cost, className: styles.root, children: inside }
  const element = usePart({ tag: 'section', ref: ref as never, state: { status }, own, props: props as never })
  return <CostContext.Provider value={known}>{element}</CostContext.Provider>
})

function Failed({ error, onRetry }: { error: { code: string; message: string }; onRetry(): void }) {
  const { messages } = useKit()
  return (
    <div role="alert" className={css(styles.error)}>
      {messages.errors[error.code] ?? error.message}{' '}
      <Button variant="plain" onClick={onRetry}>
        {messages.retry}
      </Button>
    </div>
  )
}
