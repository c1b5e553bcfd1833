'use client'
import { forwardRef } from 'react'
import type { ButtonProps } from '../kit/Button.tsx'
import { CopyButton } from '../kit/CopyButton.tsx'
import { useKit } from '../kit/KitContext.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import { toTabular } from './exportText.ts'

/** Copies the rows that are here, as tab-separated text with headings. Renders a `<button>`. */
export const ResultTableCopy = forwardRef<HTMLButtonElement, ButtonProps>(function ResultTableCopy(props, ref) {
  const { messages } = useKit()
  const { exported } = useResultTable()
  return <CopyButton ref={ref} label={messages.copyTable} getText={() => toTabular(exported)} {...props} />
})
