'use client'
import { forwardRef } from 'react'
import { Button, type ButtonProps } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import styles from '../result-table/result-table.module.css'
import { useCsvDownload } from './useCsvDownload.ts'

/** Saves the table as CSV once every row is here, and says so when not every row is. Renders a `<button>`. */
export const ResultTableDownload = forwardRef<HTMLButtonElement, ButtonProps>(function ResultTableDownload(props, ref) {
  const { messages } = useKit()
  const { waiting, said, download } = useCsvDownload()
  return (
    <>
      <span role="status" className={css(styles.note)}>
        {said}
      </span>
      <Button
        ref={ref}
        variant="plain"
        icon="download"
        aria-label={messages.downloadCsv}
        aria-disabled={waiting}
        onClick={download}
        {...props}
      />
    </>
  )
})
