'use client'
import type { Cell, Column } from '@lakefront/react'
import { isNegative } from '../format/cell.ts'
import { isNumberColumn } from '../format/number.ts'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { VisuallyHidden } from '../kit/VisuallyHidden.tsx'
import styles from './result-table.module.css'

/** One value as people read it. Text keeps its own direction, so that a name in Arabic does not upset the row. */
export function CellText({ value, column }: { value: Cell; column: Column }) {
  const { format, messages } = useKit()
  if (value === null) {
    return (
      <span className={css(styles.empty)}>
        <span aria-hidden="true" className={css()}>
          –
        </span>
        <VisuallyHidden>{messages.emptyCell}</VisuallyHidden>
      </span>
    )
  }
  const text = format.cell(value, column)
  if (isNumberColumn(column)) {
    return <span className={css(styles.number, isNegative(value, column) && styles.negative)}>{text}</span>
  }
  return <bdi className={css(isStateColumn(column) ? styles.pill : undefined)}>{text}</bdi>
}

/** Columns that hold one of a few states read better as a mark than as a sentence. */
export function isStateColumn({ name, type }: Pick<Column, 'name' | 'type'>): boolean {
  return type === 'text' && /(^|_)(status|stage|tier|priority)$/i.test(name)
}
