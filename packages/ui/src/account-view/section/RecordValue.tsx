'use client'
import type { Row } from '@lakefront/react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { CellText } from '../../result-table/CellText.tsx'
import type { VisibleColumn } from '../../result-table/ResultTableContext.ts'
import tableStyles from '../../result-table/result-table.module.css'
import { useAccountView } from '../AccountViewContext.ts'

/** A value of a record; a button where another record lies behind it. */
export function RecordValue({ column, row }: { column: VisibleColumn; row: Row }) {
  const { messages } = useKit()
  const { onOpenRecord } = useAccountView()
  const value = row[column.columnIndex] ?? null
  const key = column.keyIndex === undefined ? null : (row[column.keyIndex] ?? null)
  const text = <CellText value={value} column={column} />
  if (!column.opens || !onOpenRecord || key === null || value === null) return text
  const { entity } = column.opens
  return (
    <button
      type="button"
      className={css(kitStyles.link, tableStyles.open)}
      title={messages.openRecord(String(value))}
      onClick={() => onOpenRecord({ entity, id: String(key), label: String(value) })}
    >
      {text}
    </button>
  )
}
