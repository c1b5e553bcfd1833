'use client'
import { useResultRows } from '@lakefront/react'
import { forwardRef } from 'react'
import { costParts } from '../../cost/costParts.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'

/** What the answer was to cost, what it did cost and how much was read; unknown is said. Renders a `<p>`. */
export const CostLine = forwardRef<HTMLParagraphElement, PartProps<'p'>>(function CostLine(props, ref) {
  const { messages, format } = useKit()
  const { cost, steps, result } = useTurn()
  // Of rows that stream on after the answer, it is known with the last one.
  const { cost: atEnd } = useResultRows(result)
  const known = cost && { ...cost, actual: cost.actual ?? atEnd ?? null }
  const children = known && costParts(known, messages, format).join(' · ')
  const own = { className: styles.cost, children }
  const element = usePart({ tag: 'p', ref: ref as never, own, props: props as never })
  // Where nothing ran, as when the assistant asks back, nothing was spent.
  return cost && steps.length > 0 ? element : null
})
