'use client'
import { forwardRef } from 'react'
import { AssistantPanelRoot, type AssistantPanelRootProps } from './AssistantPanelRoot.tsx'
import { Clarification } from './Clarification.tsx'
import { Composer } from './Composer.tsx'
import { CostLine } from './CostLine.tsx'
import { Empty } from './Empty.tsx'
import { Close, ContextChip, Header, NewConversation, Title } from './Header.tsx'
import { Log } from './Log.tsx'
import { Problem } from './Problem.tsx'
import { Result } from './Result.tsx'
import { Steps } from './Steps.tsx'
import { Text } from './Text.tsx'
import { Question, Turn } from './Turn.tsx'
import { Warnings } from './Warnings.tsx'

const Assembled = forwardRef<HTMLElement, AssistantPanelRootProps>(function AssistantPanel(props, ref) {
  return (
    <AssistantPanelRoot ref={ref} {...props}>
      {props.children ?? (
        <>
          <Header />
          <Log />
          <Composer />
        </>
      )}
    </AssistantPanelRoot>
  )
})

/** The assistant, ready to dock beside a page. Its parts are members, to put together in another way. */
export const AssistantPanel = Object.assign(Assembled, {
  Root: AssistantPanelRoot,
  Header,
  Title,
  ContextChip,
  NewConversation,
  Close,
  Log,
  Empty,
  Turn,
  Question,
  Steps,
  Text,
  Clarification,
  Problem,
  Warnings,
  Result,
  CostLine,
  Composer,
})

export type { AssistantPanelRootProps as AssistantPanelProps } from './AssistantPanelRoot.tsx'
export type { ComposerProps as AssistantPanelComposerProps } from './Composer.tsx'
export type { LogProps as AssistantPanelLogProps } from './Log.tsx'
export type { TurnProps as AssistantPanelTurnProps } from './Turn.tsx'
export { useTurn } from './TurnContext.ts'
