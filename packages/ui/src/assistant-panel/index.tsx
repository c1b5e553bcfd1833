'use client'
import { forwardRef } from 'react'
import { Composer } from './composer/Composer.tsx'
import { Empty } from './log/Empty.tsx'
import { Log } from './log/Log.tsx'
import { AssistantPanelRoot, type AssistantPanelRootProps } from './panel/AssistantPanelRoot.tsx'
import { Close, ContextChip, Header, NewConversation, Title } from './panel/Header.tsx'
import { Result } from './result/Result.tsx'
import { Steps } from './steps/Steps.tsx'
import { Approval } from './turn/Approval.tsx'
import { Clarification } from './turn/Clarification.tsx'
import { CostLine } from './turn/CostLine.tsx'
import { HowWeKnow } from './turn/HowWeKnow.tsx'
import { Problem } from './turn/Problem.tsx'
import { Text } from './turn/Text.tsx'
import { Question, Turn } from './turn/Turn.tsx'
import { Warnings } from './turn/Warnings.tsx'

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
  Approval,
  Problem,
  Warnings,
  Result,
  CostLine,
  HowWeKnow,
  Composer,
})

export type { ComposerProps as AssistantPanelComposerProps } from './composer/Composer.tsx'
export type { LogProps as AssistantPanelLogProps } from './log/Log.tsx'
export type { AssistantPanelRootProps as AssistantPanelProps } from './panel/AssistantPanelRoot.tsx'
export type { TurnProps as AssistantPanelTurnProps } from './turn/Turn.tsx'
export { useTurn } from './turn/TurnContext.ts'
