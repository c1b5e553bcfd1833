'use client'
import { createContext, useContext } from 'react'
import { createFormat, type Format } from '../format/createFormat.ts'
import { en } from '../messages/en.ts'
import type { Messages } from '../messages/types.ts'

export type Kit = {
  locale: string
  messages: Messages
  format: Format
  timeZone: string | undefined
}

const fallback: Kit = {
  locale: 'en-US',
  messages: en,
  format: createFormat({ locale: 'en-US', messages: en }),
  timeZone: undefined,
}

export const KitContext = createContext<Kit>(fallback)

/** Language and formats of the surrounding root. */
export function useKit(): Kit {
  return useContext(KitContext)
}
