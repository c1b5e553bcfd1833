'use client'
import { createContext } from 'react'
import type { Conversation } from './types.ts'

/** The nearest conversation; for parts that make one of their own when there is none. */
export const ConversationContext = createContext<Conversation | undefined>(undefined)
