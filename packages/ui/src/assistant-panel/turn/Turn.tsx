'use client'
import type { Turn as TurnData } from '@lakefront/react'
import { forwardRef } from 'react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { VisuallyHidden } from '../../kit/VisuallyHidden.tsx'
import { Result } from '../result/Result.tsx'
import { Steps } from '../steps/Steps.tsx'
import { Approval } from './Approval.tsx'
import { Clarification } from './Clarification.tsx'
import { CostLine } from './CostLine.tsx'
import { HowWeKnow } from './HowWeKnow.tsx'
import { Problem } from './Problem.tsx'
import { Text } from './Text.tsx'
import { TurnContext, useTurn } from './TurnContext.ts'
import styles from './turn.module.css'
import { Warnings } from './Warnings.tsx'

export type TurnProps = PartProps<'article', { status: string }> & { turn: TurnData }

/** One question and its answer. Renders an `<article>`; without children it holds every part of an answer. */
export const Turn = forwardRef<HTMLElement, TurnProps>(function Turn({ turn, ...props }, ref) {
  const { messages } = useKit()
  const children = (
    <>
      <Question />
      <Steps />
      <Text />
      <Clarification />
      <Approval />
      <Problem />
      <Warnings />
      <Result />
      <div className={css(styles.foot)}>
        <CostLine />
        <HowWeKnow />
      </div>
    </>
  )
  const element = usePart({
    tag: 'article',
    ref: ref as never,
    state: { status: turn.status },
    own: { 'aria-label': messages.youAsked(turn.question), className: styles.turn, children },
    props: props as never,
  })
  return <TurnContext.Provider value={turn}>{element}</TurnContext.Provider>
})

/** What was asked. Renders a `<p>`. */
export const Question = forwardRef<HTMLParagraphElement, PartProps<'p'>>(function Question(props, ref) {
  const { messages } = useKit()
  const { question } = useTurn()
  const [before = '', after = ''] = messages.youAsked('\n').split('\n')
  const children = (
    <>
      <VisuallyHidden>{before}</VisuallyHidden>
      <bdi className={css()}>{question}</bdi>
      <VisuallyHidden>{after}</VisuallyHidden>
    </>
  )
  return usePart({ tag: 'p', ref: ref as never, own: { className: styles.question, children }, props: props as never })
})
