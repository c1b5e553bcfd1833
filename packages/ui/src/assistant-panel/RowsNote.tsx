'use client'
import type { Cost, ResultRows } from '@lakefront/react'
import type { Format } from '../format/createFormat.ts'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { Icon } from '../kit/icons.tsx'
import { useKit } from '../kit/KitContext.ts'
import type { Messages } from '../messages/types.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import { endedWithoutRows } from './endedWithoutRows.ts'
import styles from './result.module.css'
import { useTurn } from './TurnContext.ts'
import { usePanelAsk } from './usePanelAsk.ts'

/** Says, next to the rows, why they are not all or no longer live; nothing when they are. Renders a `<div>`. */
export function RowsNote() {
  const { messages, format } = useKit()
  const { rows } = useResultTable()
  const { id, cost } = useTurn()
  const { retry } = usePanelAsk()
  const text = rowsNote(rows, messages, format)
  if (text === undefined) return null
  return (
    <div className={css(styles.note)}>
      <Icon name="warning" />
      <span className={css(styles.noteText)}>{text}</span>
      {!rows.truncated && (
        <Button variant="plain" onClick={() => retry(id)}>
          {rows.status === 'expired' ? runAgain(cost, messages, format) : messages.askAgain}
        </Button>
      )}
    </div>
  )
}

/** What must be said of rows that are not all, or no longer live. */
export function rowsNote(rows: ResultRows, messages: Messages, format: Format): string | undefined {
  const { status, truncated, error, rowCount } = rows
  const count = format.count(rowCount)
  if (status === 'expired') return messages.rowsExpired
  if (status === 'cut' && !endedWithoutRows(rows)) return messages.rowsCut(count)
  if (status === 'cut' || status === 'failed') {
    return (error && messages.errors[error.code]) ?? error?.message ?? messages.rowsCut(count)
  }
  return truncated ? messages.truncatedAt(count) : undefined
}

/** Running again costs about what was estimated: said before it is pressed. */
function runAgain(cost: Cost | undefined, messages: Messages, format: Format): string {
  const amount = cost?.estimate.expected.costUsd ?? null
  return amount === null ? messages.runAgainUnknown : messages.runAgain(format.cost(amount))
}
