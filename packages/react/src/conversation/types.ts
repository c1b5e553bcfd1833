import type {
  AnswerError,
  AnswerEvent,
  AnswerStatus,
  ApprovalRequest,
  Clarification,
  Column,
  Cost,
  Lineage,
  QuestionContext,
  ResultPage,
  Step,
  Warning,
} from '@lakefront/contract'

/**
 * `asking` until the plan is known, `planned` until a step starts, `running` until the answer is whole. `interrupted`:
 * its page went away before it was.
 */
export type TurnStatus = 'asking' | 'planned' | 'running' | 'interrupted' | AnswerStatus

/** How far a running step has come, as its source tells it. */
export type StepProgress = Omit<Extract<AnswerEvent, { type: 'step-progress' }>, 'type' | 'stepId'>

/** One question and what is known of its answer so far. */
export type Turn = {
  /** Ours, known before the gateway has replied. */
  id: string
  question: string
  /** The record that the question was asked from; it is asked again from there, whatever page the person is on. */
  context?: QuestionContext | undefined
  status: TurnStatus
  /** The gateway's name for the answer, and for its call in the audit trail. */
  answerId?: string | undefined
  conversationId?: string | undefined
  /** What the result is, such as `Gross margin by account`. Empty until it is known. */
  title: string
  explanation: string
  /** Markdown: the finding, as far as it has arrived. */
  text: string
  steps: readonly Step[]
  /** How far running steps have come, by their id, as far as their sources tell. */
  progress?: Readonly<Record<string, StepProgress>> | undefined
  cost?: Cost | undefined
  /** Headings to expect, from the plan; gone when the turn has ended. */
  expectedColumns?: readonly Column[] | undefined
  result?: ResultPage | undefined
  lineage?: Lineage | undefined
  warnings: readonly Warning[]
  suggestions: readonly string[]
  clarification?: Clarification | undefined
  /** Names the request that somebody has to agree to before it runs; known after a reload too. */
  approvalId?: string | undefined
  /** That request as it was when it was made. */
  approval?: ApprovalRequest | undefined
  error?: AnswerError | undefined
  /** ISO 8601. */
  askedAt: string
  answeredAt?: string | undefined
  durationMs?: number | undefined
  /** Brought back by a storage, which keeps no rows and none of the gateway's sentences. */
  restored?: boolean | undefined
}

export type ConversationState = {
  turns: readonly Turn[]
  /** `asking` while the last turn runs. */
  status: 'idle' | 'asking'
  /** The gateway's name for this conversation, from its first answer on. */
  conversationId?: string | undefined
  /** The record that "this account" means. */
  context?: QuestionContext | undefined
}

/** One conversation, held outside React. */
export type Conversation = {
  getState(): ConversationState
  /** As it was before a storage brought anything back: what a server renders, and a page that takes over from one. */
  getInitialState(): ConversationState
  subscribe(listener: () => void): () => void
  /**
   * Asks. The same question while it runs joins that run; another one stops it first.
   * Resolves with the turn when it has ended, however it ended; never rejects.
   */
  ask(question: string): Promise<Turn>
  /** Stops the running question at the gateway and at its sources, with the rows that still arrive for it. */
  stop(): void
  /**
   * Asks a turn's question again, in place of that turn and from the record that it was asked from.
   *
   * @param options.approvalId - The approval that it is to run by.
   */
  retry(turnId: string, options?: { approvalId?: string | undefined }): Promise<Turn>
  /** Forgets every turn and starts a new conversation. Stops what runs. */
  clear(): void
  setContext(context: QuestionContext | undefined): void
}
