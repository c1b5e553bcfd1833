'use client'
import { useEffect, useState } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useLatest } from '../../kit/useLatest.ts'
import { useResultTable } from '../ResultTableContext.ts'

/** Between two sentences about rows that arrive: often enough to know, seldom enough to listen to something else. */
const betweenMs = 5_000

/** Tells a screen reader that rows arrive, how many now and then, and when all are here. Nothing of rows that are. */
export function GridAnnouncer({ said }: { said: string | undefined }) {
  const arrival = useArrival()
  return (
    <>
      <div role="status" className={css(kitStyles.hidden)}>
        {arrival}
      </div>
      <div role="status" className={css(kitStyles.hidden)}>
        {said}
      </div>
    </>
  )
}

function useArrival(): string {
  const { messages, format } = useKit()
  const { rows } = useResultTable()
  const [text, setText] = useState('')
  const latest = useLatest({ rows, messages, format })
  const streaming = rows.status === 'streaming'

  useEffect(() => {
    if (!streaming) return
    setText(latest.current.messages.rowsArriving)
    const timer = setInterval(() => {
      const { rows, messages, format } = latest.current
      setText(messages.rowsSoFar(format.count(rows.rowCount)))
    }, betweenMs)
    return () => {
      clearInterval(timer)
      const { rows, messages, format } = latest.current
      const whole = rows.status === 'complete' && !rows.truncated
      const count = format.count(rows.rowCount)
      setText(whole ? messages.allRowsHere(count) : messages.rowsCut(count))
    }
  }, [streaming, latest])
  return text
}
