import type { Client } from '@lakefront/client'
import type { QuestionContext } from '@lakefront/contract'
import { createStore } from 'zustand/vanilla'
import { stopResultRows } from '../results/resultRowsRegistry.ts'
import { toAnswerError } from './answerError.ts'
import { failTurn, finishTurn, reduceTurn, startTurn } from './reduceTurn.ts'
import { keepConversation } from './storage/keepConversation.ts'
import type { ConversationStorage } from './storage/types.ts'
import type { Conversation, ConversationState, Turn } from './types.ts'

export type CreateConversationParameters = {
  client: Client
  /** The record that "this account" means. */
  context?: QuestionContext | undefined
  /** Brings the conversation back after a reload. Default: it ends with the page. Needs a client with a `scope`. */
  storage?: ConversationStorage | undefined
  /** Tells this conversation from others of the same person in the storage. Default `main`. */
  storageKey?: string | undefined
  /** The clock of `askedAt` and `answeredAt`, in milliseconds. */
  now?: (() => number) | undefined
}

const turnPrefix = 'turn-'

type Run = Pick<Turn, 'id' | 'question' | 'context' | 'approvalId'> & { controller: AbortController }

/** Holds one conversation. Plain functions over a store: no React, no global. */
export function createConversation({
  client,
  context,
  storage,
  storageKey = 'main',
  now = Date.now,
}: CreateConversationParameters): Conversation {
  const store = createStore<ConversationState>(() => ({ turns: [], status: 'idle', context }))
  const { getState, getInitialState, setState, subscribe } = store
  if (storage) keepConversation(store, storage, { scope: client.scope, conversation: storageKey })
  let turnCount = highestNumber(getState().turns)
  let current: Run | undefined
  let currentEnd: Promise<Turn> | undefined

  const timestamp = () => new Date(now()).toISOString()

  function update(turnId: string, change: (turn: Turn) => Turn): void {
    setState(({ turns }) => ({ turns: turns.map((turn) => (turn.id === turnId ? change(turn) : turn)) }))
  }

  function stopResults(turns: readonly Turn[]): void {
    for (const { result } of turns) if (result) stopResultRows(client, result)
  }

  /** Asks at the gateway, and writes what it hears into the turn for as long as the run is the current one. */
  async function follow({ controller, ...asked }: Run): Promise<Turn> {
    const { id, question, context, approvalId } = asked
    const write = (change: (turn: Turn) => Turn) => {
      if (!controller.signal.aborted) update(id, change)
    }
    try {
      const { conversationId } = getState()
      const answer = await client.ask(
        { question, conversationId, context, approvalId },
        { signal: controller.signal, onEvent: (event) => write((turn) => reduceTurn(turn, event)) },
      )
      write((turn) => finishTurn(turn, answer))
      if (!controller.signal.aborted) setState({ conversationId: answer.conversationId })
    } catch (error) {
      write((turn) => failTurn(turn, toAnswerError(error), timestamp()))
    }
    if (current?.controller === controller) {
      current = undefined
      setState({ status: 'idle' })
    }
    return getState().turns.find((turn) => turn.id === id) ?? startTurn(asked, timestamp())
  }

  function begin({ id, question, context }: Turn, approvalId?: string | undefined): Promise<Turn> {
    setState({ status: 'asking' })
    current = { id, question, context, approvalId, controller: new AbortController() }
    currentEnd = follow(current)
    return currentEnd
  }

  const conversation: Conversation = {
    getState,
    getInitialState,
    subscribe: (listener) => subscribe(listener),
    ask(question) {
      const { context } = getState()
      if (current?.question === question && isSameRecord(current.context, context) && currentEnd) return currentEnd
      conversation.stop()
      turnCount += 1
      const turn = startTurn({ id: `${turnPrefix}${turnCount}`, question, context }, timestamp())
      setState(({ turns }) => ({ turns: [...turns, turn] }))
      return begin(turn)
    },
    stop() {
      if (!current) return
      const { id, controller } = current
      current = undefined
      controller.abort()
      stopResults(getState().turns.filter((turn) => turn.id === id))
      const error = { code: 'cancelled', message: 'You stopped this question.', retryable: true }
      update(id, (turn) => failTurn(turn, error, timestamp()))
      setState({ status: 'idle' })
    },
    retry(turnId, { approvalId } = {}) {
      if (current?.id === turnId && currentEnd) return currentEnd
      const { turns, context } = getState()
      const known = turns.find(({ id }) => id === turnId)
      if (!known) throw new Error(`Lakefront: this conversation has no turn ${turnId}.`)
      conversation.stop()
      stopResults([known])
      // A storage keeps no label; the page that the person is on may know it.
      const asked = isSameRecord(known.context, context) ? { ...known, context } : known
      const turn = startTurn(asked, timestamp())
      update(turnId, () => turn)
      return begin(turn, approvalId)
    },
    clear() {
      conversation.stop()
      stopResults(getState().turns)
      setState({ turns: [], conversationId: undefined })
    },
    setContext(next) {
      setState({ context: next })
    },
  }
  return conversation
}

function isSameRecord(left: QuestionContext | undefined, right: QuestionContext | undefined): boolean {
  return left?.entity === right?.entity && left?.id === right?.id
}

/** Turns that a storage brought back keep their ids, so new ones count on from them. */
function highestNumber(turns: readonly Turn[]): number {
  return Math.max(0, ...turns.map(({ id }) => Number(id.replace(turnPrefix, '')) || 0))
}
