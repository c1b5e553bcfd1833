'use client'
import type { QuestionContext } from '@lakefront/contract'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useClient, useOwnQueryClient } from '../hooks/useClient.ts'
import { readMoneyAnew } from '../query/readMoneyAnew.ts'
import { createLease } from '../shared/createLease.ts'
import { ConversationContext } from './ConversationContext.ts'
import { createConversation } from './createConversation.ts'
import type { ConversationStorage } from './storage/types.ts'
import type { Conversation } from './types.ts'

export type ConversationProviderProps = {
  /** The record that "this account" means: change it as the person moves from page to page. */
  context?: QuestionContext | undefined
  /** One that the host made with `createConversation`, to keep it beyond this component. */
  conversation?: Conversation | undefined
  /** Brings the conversation back after a reload. Default: it ends with the page. Needs a `scope` at the provider. */
  storage?: ConversationStorage | undefined
  /** Tells this conversation from others of the same person in the storage. Default `main`. */
  storageKey?: string | undefined
  children?: ReactNode
}

/** Gives the hooks and parts below it one conversation. What runs is stopped when it goes. */
export function ConversationProvider(props: ConversationProviderProps) {
  const { context, conversation, storage, storageKey, children } = props
  const client = useClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a conversation outlives its first context, and stays in its storage
  const held = useMemo(() => {
    if (conversation) return { conversation, hold: () => () => {} }
    const made = createConversation({ client, context, storage, storageKey })
    return { conversation: made, hold: createLease(made.stop).hold }
  }, [client, conversation, storageKey])

  useEffect(() => held.hold(), [held])

  const queryClient = useOwnQueryClient()
  useEffect(() => {
    let wasAsking = false
    return held.conversation.subscribe(() => {
      const { status } = held.conversation.getState()
      if (wasAsking && status === 'idle') readMoneyAnew(queryClient, client)
      wasAsking = status === 'asking'
    })
  }, [held, queryClient, client])

  // Without a storage nobody will come back for what still runs and arrives. A page that is only set aside may return.
  const endsWithPage = conversation === undefined && storage === undefined
  useEffect(() => {
    if (!endsWithPage) return
    const end = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) held.conversation.clear()
    }
    window.addEventListener('pagehide', end)
    return () => window.removeEventListener('pagehide', end)
  }, [held, endsWithPage])

  const isLeftToHost = conversation !== undefined && context === undefined
  const { entity, id, label } = context ?? {}
  useEffect(() => {
    if (isLeftToHost) return
    held.conversation.setContext(entity === undefined || id === undefined ? undefined : { entity, id, label })
  }, [held, isLeftToHost, entity, id, label])

  return <ConversationContext.Provider value={held.conversation}>{children}</ConversationContext.Provider>
}
