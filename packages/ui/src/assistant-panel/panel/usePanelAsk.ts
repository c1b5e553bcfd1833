'use client'
import { useAsk } from '@lakefront/react'
import { preloadGrid } from '../../result-table/ResultTableGrid.tsx'
import { preloadMarkdown } from '../turn/Text.tsx'
import { usePanel } from './PanelContext.ts'

/** Asks, fetches the code that the answer will need meanwhile, and keeps the focus where the next question is typed. */
export function usePanelAsk() {
  const { inputRef } = usePanel()
  const { ask, retry, stop, clear, status } = useAsk()

  function start(run: () => void) {
    preloadGrid()
    preloadMarkdown()
    run()
    inputRef.current?.focus()
  }

  return {
    status,
    ask: (question: string) => start(() => void ask(question)),
    retry: (turnId: string) => start(() => void retry(turnId)),
    stop() {
      stop()
      inputRef.current?.focus()
    },
    clear() {
      clear()
      inputRef.current?.focus()
    },
  }
}
