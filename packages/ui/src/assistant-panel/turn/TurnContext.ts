'use client'
import type { Turn } from '@lakefront/react'
import { createContext, useContext } from 'react'

export const TurnContext = createContext<Turn | undefined>(undefined)

/** The turn that the surrounding `<AssistantPanel.Turn>` shows. */
export function useTurn(): Turn {
  const turn = useContext(TurnContext)
  if (!turn) throw new Error('Lakefront: parts of an answer must be placed within <AssistantPanel.Turn>.')
  return turn
}
