'use client'
import type { AuditCall } from '@lakefront/react'
import { useState } from 'react'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { useAuditWords } from '../useAuditWords.ts'
import { CallDetails } from './CallDetails.tsx'
import styles from './call.module.css'
import { callerOf, callTitle, statusOf, toneOf } from './callTitle.ts'

/** A call of the trail: one line, and all that is on the record of it once opened. Renders an `<li>`. */
export function CallItem({ call }: { call: AuditCall }) {
  const { format } = useKit()
  const words = useAuditWords()
  const [open, setOpen] = useState(false)
  const costUsd = call.cost?.actual?.costUsd ?? null
  return (
    <li className={css(styles.item)}>
      <details className={css(styles.call)} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={css(styles.summary)}>
          <Icon name="chevron" className={styles.chevron} />
          <span className={css(styles.title)}>{callTitle(call, words)}</span>
          <span className={css(styles.status)} data-tone={toneOf(call)}>
            {statusOf(call, words)}
          </span>
          <span className={css(styles.about)}>
            <bdi className={css()}>{callerOf(call, words)}</bdi> · {format.moment(call.startedAt)}
            {costUsd !== null && ` · ${format.cost(costUsd)}`}
          </span>
        </summary>
        {open && <CallDetails call={call} />}
      </details>
    </li>
  )
}
