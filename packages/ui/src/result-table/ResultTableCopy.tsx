'use client'
import { CopyButton } from '../kit/CopyButton.tsx'
import { useKit } from '../kit/KitContext.ts'
import { toTabular } from './exportText.ts'
import { useResultTable } from './ResultTableContext.ts'

/** Copies the rows that are here, as tab-separated text with headings. Renders a `<button>`. */
export function ResultTableCopy() {
  const { messages } = useKit()
  const { exported } = useResultTable()
  return <CopyButton label={messages.copyTable} getText={() => toTabular(exported)} />
}
