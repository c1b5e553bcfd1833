'use client'
import { createContext, useContext } from 'react'
import type { Format } from '../format/createFormat.ts'
import type { Messages } from '../messages/types.ts'

export type Kit = {
  locale: string
  messages: Messages
  format: Format
  timeZone: string | undefined
}

export const KitContext = createContext<Kit | undefined>(undefined)

/** Language and formats of the surrounding root. */
export function useKit(): Kit {
  const kit = useContext(KitContext)
  if (!kit) throw new Error('Lakefront: parts must be placed within a root of the kit, such as <KitRoot>.')
  return kit
}
