'use client'
import { createContext, type RefObject, useContext } from 'react'
import type { ChartAdapters } from '../../chart-adapter/types.ts'
import type { OpenRecord } from '../../result-table/ResultTableContext.ts'

type PanelValue = {
  onOpenRecord: OpenRecord | undefined
  onClose: (() => void) | undefined
  chartAdapters: ChartAdapters | undefined
  /** Where the focus goes back to when the button that had it is gone. */
  inputRef: RefObject<HTMLTextAreaElement | null>
}

export const PanelContext = createContext<PanelValue | undefined>(undefined)

export function usePanel(): PanelValue {
  const context = useContext(PanelContext)
  if (!context) throw new Error('Lakefront: AssistantPanel parts must be placed within <AssistantPanel.Root>.')
  return context
}
