'use client'
import type { ResultRows } from '@lakefront/react'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { Icon } from '../kit/icons.tsx'
import { useKit } from '../kit/KitContext.ts'
import type { Messages } from '../messages/types.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import styles from './result.module.css'
import { useTurn } from './TurnContext.ts'
import { usePanelAsk } from './usePanelAsk.ts'

/** Says, next to the rows, why they are not all or no longer live; nothing when they are. Renders a `<div>`. */
export function RowsNote() {
  const { messages, format } = useKit()
  const { rows } = useResultTable()
  const { id } = useTurn()
  const { retry } = usePanelAsk()
  const text = rowsNote(rows, messages, format.count(rows.rowCount))
  if (text === undefined) return null
  return (
    <div className={css(styles.note)}>
      <Icon name="warning" />
      <span className={css(styles.noteText)}>{text}</span>
      {!rows.truncated && (
        <Button variant="plain" onClick={() => retry(id)}>
          {messages.askAgain}
        </Button>
      )}
    </div>
  )
}

function rowsNote({ status, truncated, error }: ResultRows, messages: Messages, count: string): string | undefined {
  if (status === 'expired') return messages.rowsExpired
  if (status === 'cut') return messages.rowsCut(count)
  if (status === 'failed') return error?.message ?? messages.rowsCut(count)
  return truncated ? messages.truncatedAt(count) : undefined
}
