import type { ResultRows } from '@lakefront/react'
import type { Format } from '../format/createFormat.ts'
import type { CopyOutcome } from '../kit/copy/CopyButton.tsx'
import { copyText } from '../kit/copy/copyText.ts'
import type { Messages } from '../messages/types.ts'
import { mostCopiedCells, toHtml, toTabText } from '../result-table/selection/clipboardText.ts'
import type { ExportRows } from './exportText.ts'

export type CopiedTable = { exported: ExportRows; rows: Pick<ResultRows, 'status' | 'truncated' | 'held'> }

/** Puts what a table shows on the clipboard, as text and as a table. */
export async function copyTable(
  { exported, rows }: CopiedTable,
  messages: Messages,
  format: Format,
): Promise<CopyOutcome> {
  const { columns, rowCount } = exported
  const count = format.count(rowCount)
  if (rowCount * columns.length > mostCopiedCells || rows.held === 'window')
    return { isCopied: false, said: messages.tooManyToCopy(count) }
  const cells = { ...exported, headings: true }
  if (!(await copyText(toTabText(cells), toHtml(cells)))) return { isCopied: false, said: messages.copyFailed }
  const isWhole = rows.status === 'complete' && !rows.truncated
  return { isCopied: true, said: isWhole ? messages.copied : messages.copiedFirst(count) }
}
