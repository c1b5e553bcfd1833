'use client'
import { useId } from 'react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import styles from './filter.module.css'
import type { FilterDraft } from './filterDraft.ts'

type RangeFieldsProps = {
  column: ShownColumn
  draft: FilterDraft
  edit(changed: Partial<FilterDraft>): void
  invalid: boolean
}

const inputTypes: Partial<Record<ShownColumn['type'], string>> = { date: 'date', timestamp: 'datetime-local' }

/** Both ends of a range; one left empty is open. */
export function RangeFields({ column, draft, edit, invalid }: RangeFieldsProps) {
  const { messages } = useKit()
  const id = useId()
  const type = inputTypes[column.type] ?? 'text'
  return (
    <>
      {(['low', 'high'] as const).map((end) => (
        <div key={end} className={css(styles.field)}>
          <label htmlFor={`${id}-${end}`} className={css(styles.label)}>
            {end === 'low' ? messages.filterFrom : messages.filterTo}
            {column.unit === 'percent' && ' (%)'}
          </label>
          <input
            id={`${id}-${end}`}
            type={type}
            inputMode={type === 'text' ? 'decimal' : undefined}
            className={css(styles.control)}
            value={draft[end]}
            aria-invalid={invalid || undefined}
            aria-describedby={invalid ? `${id}-problem` : undefined}
            // biome-ignore lint/a11y/noAutofocus: the popover was opened to type here
            autoFocus={end === 'low'}
            onChange={(event) => edit({ [end]: event.target.value })}
          />
        </div>
      ))}
      {invalid && (
        <p id={`${id}-problem`} role="alert" className={css(styles.problem)}>
          {messages.notANumber}
        </p>
      )}
    </>
  )
}
