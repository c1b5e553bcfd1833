'use client'
import { forwardRef, useEffect, useState } from 'react'
import { Button, type ButtonProps } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { csvChunks, csvFileName } from './exportText.ts'
import { type ResultTableValue, useResultTable } from './ResultTableContext.ts'
import styles from './result-table.module.css'
import { saveCsv } from './saveFile.ts'

/** Saves the table as CSV once every row is here, and says so when not every row is. Renders a `<button>`. */
export const ResultTableDownload = forwardRef<HTMLButtonElement, ButtonProps>(function ResultTableDownload(props, ref) {
  const { messages, format } = useKit()
  const table = useResultTable()
  const { rows } = table
  const [stage, setStage] = useState<'idle' | 'waiting' | 'saved'>('idle')
  const streaming = rows.status === 'streaming'

  // biome-ignore lint/correctness/useExhaustiveDependencies: saves once, with the rows that are here at that moment
  useEffect(() => {
    if (stage !== 'waiting' || streaming) return
    save(table)
    setStage('saved')
  }, [stage, streaming])

  const whole = rows.status === 'complete' && !rows.truncated
  const saved = whole
    ? messages.savedRows(rows.rowCount, format.count(rows.rowCount))
    : messages.savedPart(format.count(rows.rowCount))
  return (
    <>
      <span role="status" className={css(styles.note)}>
        {stage === 'waiting' && messages.waitingForRows(format.count(rows.rowCount))}
        {stage === 'saved' && saved}
      </span>
      <Button
        ref={ref}
        variant="plain"
        icon="download"
        aria-label={messages.downloadCsv}
        aria-disabled={stage === 'waiting'}
        onClick={() => setStage('waiting')}
        {...props}
      />
    </>
  )
})

function save({ exported, title }: ResultTableValue): void {
  saveCsv(csvChunks(exported), csvFileName(title, new Date()))
}
