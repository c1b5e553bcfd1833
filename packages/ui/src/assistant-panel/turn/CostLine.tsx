'use client'
import { forwardRef } from 'react'
import { costParts } from '../../cost/costParts.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'
import { useKnownCost } from './useKnownCost.ts'

/** What the answer was to cost, what it did cost and how much was read; unknown is said. Renders a `<p>`. */
export const CostLine = forwardRef<HTMLParagraphElement, PartProps<'p'>>(function CostLine(props, ref) {
  const { messages, format } = useKit()
  const turn = useTurn()
  const cost = useKnownCost(turn)
  const children = cost && costParts(cost, messages, format).join(' · ')
  const own = { className: styles.cost, children }
  const element = usePart({ tag: 'p', ref: ref as never, own, props: props as never })
  // Where nothing ran, as when the assistant asks back, nothing was spent.
  return cost && turn.steps.length > 0 ? element : null
})
