'use client'
import { createContext } from 'react'
import type { Conversation } from './types.ts'

export const ConversationContext = createContext<Conversation | undefined>(undefined)
