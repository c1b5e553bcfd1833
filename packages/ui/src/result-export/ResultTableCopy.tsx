'use client'
import { forwardRef } from 'react'
import type { ButtonProps } from '../kit/Button.tsx'
import { CopyButton } from '../kit/copy/CopyButton.tsx'
import { useKit } from '../kit/KitContext.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import { copyTable } from './copyTable.ts'

/** Copies what the table shows, with headings, as text and as a table. Renders a `<button>`. */
export const ResultTableCopy = forwardRef<HTMLButtonElement, ButtonProps>(function ResultTableCopy(props, ref) {
  const { messages, format } = useKit()
  const table = useResultTable()
  return (
    <CopyButton ref={ref} label={messages.copyTable} getText={() => copyTable(table, messages, format)} {...props} />
  )
})
