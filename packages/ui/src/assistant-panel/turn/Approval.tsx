'use client'
import { forwardRef, lazy, Suspense } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'

const TurnApproval = lazy(async () => ({ default: (await import('../approval/TurnApproval.tsx')).TurnApproval }))

/** Who has to agree before the question is answered, until they have; nothing otherwise. Renders a `<div>`. */
export const Approval = forwardRef<HTMLDivElement, PartProps<'div'>>(function Approval(props, ref) {
  const { status } = useTurn()
  const children = (
    <Suspense fallback={<span className={css(kitStyles.skeleton)} />}>
      <TurnApproval />
    </Suspense>
  )
  const own = { className: styles.approval, children }
  const element = usePart({ tag: 'div', ref: ref as never, own, props: props as never })
  return status === 'approval-required' ? element : null
})
