'use client'
import { useConversation } from '@lakefront/react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'
import styles from './composer.module.css'

const none: readonly string[] = []

/** Follow-ups to the last answer; nothing while one is being worked out. Renders a `<ul>`. */
export function Suggestions() {
  const { messages } = useKit()
  const { ask, status } = usePanelAsk()
  const suggestions = useConversation((state) => state.turns.at(-1)?.suggestions ?? none)
  if (status === 'asking' || suggestions.length === 0) return null
  return (
    <ul aria-label={messages.followUpsLabel} className={css(styles.suggestions)}>
      {suggestions.map((question) => (
        <li key={question} className={css(styles.suggestionItem)}>
          <button type="button" className={css(styles.suggestion)} onClick={() => ask(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  )
}
