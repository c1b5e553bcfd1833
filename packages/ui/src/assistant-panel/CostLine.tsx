'use client'
import type { Cost } from '@lakefront/react'
import { forwardRef } from 'react'
import { knownBytes } from '../format/cost.ts'
import type { Format } from '../format/createFormat.ts'
import { useKit } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import type { Messages } from '../messages/types.ts'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'

/** What the answer was to cost, what it did cost and how much was read; unknown is said. Renders a `<p>`. */
export const CostLine = forwardRef<HTMLParagraphElement, PartProps<'p'>>(function CostLine(props, ref) {
  const { messages, format } = useKit()
  const { cost, steps } = useTurn()
  const children = cost && costParts(cost, messages, format).join(' · ')
  const own = { className: styles.cost, children }
  const element = usePart({ tag: 'p', ref: ref as never, own, props: props as never })
  // Where nothing ran, as when the assistant asks back, nothing was spent.
  return cost && steps.length > 0 ? element : null
})

/** Pure: the parts of the line, in order. */
export function costParts(cost: Cost, messages: Messages, format: Format): string[] {
  const estimate = format.estimate(cost.estimate)
  const actual = cost.actual?.costUsd ?? null
  const bytes = knownBytes(cost)
  const size = bytes === null ? messages.bytesUnknown : format.bytes(bytes)
  if (estimate === undefined && actual === null) return [messages.costUnknown, size]
  return [
    messages.estimate(estimate ?? messages.unknown),
    ...(cost.actual ? [messages.actual(actual === null ? messages.unknown : format.cost(actual))] : []),
    size,
  ]
}
