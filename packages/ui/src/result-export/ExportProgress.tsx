'use client'
import type { AnyLakefrontError } from '@lakefront/react'
import type { ReactNode } from 'react'
import type { Format } from '../format/createFormat.ts'
import { Button } from '../kit/Button.tsx'
import { css, kitStyles } from '../kit/css.ts'
import { Icon } from '../kit/icons.tsx'
import { useKit } from '../kit/KitContext.ts'
import type { Messages } from '../messages/types.ts'
import styles from './export.module.css'
import type { ExportState, ResultExport } from './useResultExport.ts'

export type ExportProgressProps = {
  download: ResultExport
  /** What to press when the result is gone. */
  runAgain?: ReactNode
}

/** Says how a file comes along, lets it be stopped, and tells how it ended. Only the beginning and the end are announced. */
export function ExportProgress({ download: { state, save, cancel }, runAgain }: ExportProgressProps) {
  const { messages, format } = useKit()
  const isGone = state.status === 'failed' && isGoneCode(state.error?.code)
  return (
    <div className={css(styles.progress)} data-status={state.status}>
      {state.status === 'saving' && <span className={css(kitStyles.spinner)} />}
      {state.status === 'failed' && <Icon name="warning" />}
      <span className={css(styles.words)}>
        <span role="status" className={css(styles.text)}>
          {headline(state, messages, format)}
        </span>
        {state.status === 'saving' && <span className={css(styles.amount)}>{amount(state, messages, format)}</span>}
      </span>
      {state.status === 'saving' && (
        <Button variant="plain" onClick={cancel}>
          {messages.cancelSaving}
        </Button>
      )}
      {isGone && runAgain}
      {state.status === 'failed' && !isGone && (
        <Button variant="plain" onClick={() => save(state.format)}>
          {messages.retry}
        </Button>
      )}
    </div>
  )
}

/** What is announced. */
function headline(state: ExportState, messages: Messages, format: Format): string | undefined {
  switch (state.status) {
    case 'idle':
      return undefined
    case 'saving':
      return messages.saving(formatNames[state.format])
    case 'cancelled':
      return messages.savingCancelled
    case 'failed':
      return failure(state.error, messages)
    case 'saved': {
      if (state.rowCount === null) return messages.savedFile(format.bytes(state.bytes))
      const count = format.count(state.rowCount)
      return state.isPart ? messages.savedPart(count) : messages.savedRows(state.rowCount, count)
    }
  }
}

function amount(
  { bytes, rowCount }: Extract<ExportState, { status: 'saving' }>,
  messages: Messages,
  format: Format,
): string {
  return messages.savingSoFar(format.bytes(bytes), rowCount === null ? undefined : format.count(rowCount))
}

/** An error that is not the gateway's is the disk's, or the browser's: it has no words of ours. */
function failure(error: AnyLakefrontError | undefined, messages: Messages): string {
  return error ? messages.notSaved(reason(error, messages)) : messages.saveFailed
}

function reason({ code, message }: AnyLakefrontError, messages: Messages): string {
  if (isGoneCode(code)) return messages.rowsNotHeld
  if (code === 'result-limit') return messages.cutWhileSaving
  if (code === 'gateway-unreachable') return messages.brokeOffWhileSaving
  return messages.errors[code] ?? message
}

function isGoneCode(code: string | undefined): boolean {
  return code === 'expired-handle' || code === 'unknown-handle'
}

/** Names are the same in every language. */
const formatNames = { csv: 'CSV', parquet: 'Parquet', arrow: 'Arrow' } as const
