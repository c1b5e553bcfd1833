'use client'
import { forwardRef } from 'react'
import { useKit } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { useCost } from './CostContext.ts'
import { CostEstimateRoot, type CostEstimateRootProps } from './CostEstimateRoot.tsx'
import { CostFacts } from './CostFacts.tsx'
import styles from './cost.module.css'
import { costParts } from './costParts.ts'

/** The cost in one line, as below an answer. Renders a `<p>`. */
const Line = forwardRef<HTMLParagraphElement, PartProps<'p'>>(function Line(props, ref) {
  const { messages, format } = useKit()
  const known = useCost()
  const children = known && costParts(known.cost, messages, format).join(' · ')
  return usePart({ tag: 'p', ref: ref as never, own: { className: styles.line, children }, props: props as never })
})

/** Everything that is known of the cost. Renders a `<dl>`. */
function Facts() {
  const known = useCost()
  return known && <CostFacts {...known} />
}

const Assembled = forwardRef<HTMLElement, CostEstimateRootProps>(function CostEstimate(props, ref) {
  return (
    <CostEstimateRoot ref={ref} {...props}>
      {props.children ?? (
        <>
          <Line />
          <Facts />
        </>
      )}
    </CostEstimateRoot>
  )
})

/** What a statement would cost, or an answer has cost, and how sure that is. Its parts are members. */
export const CostEstimate = Object.assign(Assembled, { Root: CostEstimateRoot, Line, Facts })

export type { CostEstimateRootProps as CostEstimateProps } from './CostEstimateRoot.tsx'
