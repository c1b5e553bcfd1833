'use client'
import type { ResultRows } from '@lakefront/react'
import type { Format } from '../../format/createFormat.ts'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import type { Messages } from '../../messages/types.ts'
import { useResultTable } from '../../result-table/ResultTableContext.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'
import { RunAgain } from '../turn/RunAgain.tsx'
import { useTurn } from '../turn/TurnContext.ts'
import { endedWithoutRows } from './endedWithoutRows.ts'
import styles from './result.module.css'

/** Says, next to the rows, why they are not all or no longer live; nothing when they are. Renders a `<div>`. */
export function RowsNote() {
  const { messages, format } = useKit()
  const { rows } = useResultTable()
  const text = rowsNote(rows, messages, format)
  if (text === undefined) return null
  return (
    <div className={css(styles.note)}>
      <Icon name="warning" />
      <span className={css(styles.noteText)}>{text}</span>
      <WayOn />
    </div>
  )
}

/** What can be done about it: what costs nothing comes first. */
function WayOn() {
  const { messages } = useKit()
  const { rows } = useResultTable()
  if (rows.status === 'expired') return <RunAgain />
  if (rows.status === 'cut' && rows.error?.code === 'gateway-unreachable') {
    return (
      <Button variant="plain" onClick={rows.resume}>
        {messages.retry}
      </Button>
    )
  }
  return rows.status === 'cut' || rows.status === 'failed' ? <AskAgain /> : null
}

function AskAgain() {
  const { messages } = useKit()
  const { id } = useTurn()
  const { retry } = usePanelAsk()
  return (
    <Button variant="plain" onClick={() => retry(id)}>
      {messages.askAgain}
    </Button>
  )
}

/** What must be said of rows that are not all, or no longer live. That the page lets some go, the table says itself. */
export function rowsNote(rows: ResultRows, messages: Messages, format: Format): string | undefined {
  const { status, truncated, error, rowCount } = rows
  const count = format.count(rowCount)
  if (status === 'expired') return messages.rowsExpired
  if (status === 'cut' && !endedWithoutRows(rows)) return messages.rowsCut(count)
  if (status === 'cut' || status === 'failed') {
    return (error && messages.errors[error.code]) ?? error?.message ?? messages.rowsCut(count)
  }
  if (truncated) return messages.truncatedAt(count)
  return error && messages.rowsNotReadAgain
}
