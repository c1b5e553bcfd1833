'use client'
import type { ResultRows } from '@lakefront/react'
import { useState } from 'react'
import type { Format } from '../../format/createFormat.ts'
import { Button } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useElapsed } from '../../kit/time/useElapsed.ts'
import type { Messages } from '../../messages/types.ts'
import { useResultTable } from '../../result-table/ResultTableContext.ts'
import { useTurn } from '../turn/TurnContext.ts'
import { endedWithoutRows } from './endedWithoutRows.ts'
import styles from './result.module.css'

/** How many rows there are and how fresh they are. Renders a `<div>`. */
export function ResultFoot() {
  return (
    <div className={css(styles.foot)}>
      <Freshness />
    </div>
  )
}

function Freshness() {
  const { rows } = useResultTable()
  return <span className={css(styles.freshness)}>{rows.status === 'streaming' ? <Arriving /> : <Settled />}</span>
}

/** How much has arrived and how long it has taken, live, with a way to stop. */
function Arriving() {
  const { messages, format } = useKit()
  const { rows } = useResultTable()
  const [since] = useState(Date.now)
  const seconds = useElapsed(since)
  const facts = [
    messages.rowsSoFar(format.count(rows.rowCount)),
    rows.bytesReceived > 0 && format.bytes(rows.bytesReceived),
    seconds > 0 && format.seconds(seconds),
    messages.noCopyKept,
  ]
  return (
    <>
      <span className={css(kitStyles.spinner)} />
      <span role="status" className={css(!rows.reconnecting && kitStyles.hidden)}>
        {rows.reconnecting && messages.reconnecting}
      </span>
      <span className={css(styles.count)}>{facts.filter(Boolean).join(' · ')}</span>
      <Button variant="plain" onClick={rows.stop}>
        {messages.stopReading}
      </Button>
    </>
  )
}

function Settled() {
  const { messages, format } = useKit()
  const { rows } = useResultTable()
  const { lineage, answeredAt } = useTurn()
  const readAt =
    lineage?.sources
      .map((source) => source.readAt)
      .sort()
      .at(-1) ?? answeredAt
  const time = readAt && format.timeOfDay(readAt)
  const facts = endedWithoutRows(rows)
    ? [time && messages.readAt(time), messages.noCopyKept]
    : [settledCount(rows, messages, format), time && messages.live(time), messages.noCopyKept]
  return (
    <>
      <span className={css(kitStyles.dot)} data-tone={rows.status === 'complete' ? undefined : 'warn'} />
      <span className={css(styles.count)}>{facts.filter(Boolean).join(' · ')}</span>
    </>
  )
}

function settledCount({ rowCount, totalRowCount }: ResultRows, messages: Messages, format: Format): string {
  if (totalRowCount === null || totalRowCount <= rowCount) return format.rows(rowCount)
  return messages.rowsOf(format.count(rowCount), format.count(totalRowCount))
}
