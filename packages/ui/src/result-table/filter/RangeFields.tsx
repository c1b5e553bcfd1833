'use client'
import { useId } from 'react'
import { Field } from '../../form/Field.tsx'
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
  const problemId = useId()
  const type = inputTypes[column.type] ?? 'text'
  const unit = column.unit === 'percent' ? ' (%)' : ''
  return (
    <>
      {(['low', 'high'] as const).map((end) => (
        <Field key={end} label={(end === 'low' ? messages.filterFrom : messages.filterTo) + unit}>
          {(control) => (
            <input
              {...control}
              type={type}
              inputMode={type === 'text' ? 'decimal' : undefined}
              value={draft[end]}
              aria-invalid={invalid || undefined}
              aria-describedby={invalid ? problemId : undefined}
              // biome-ignore lint/a11y/noAutofocus: the popover was opened to type here
              autoFocus={end === 'low'}
              onChange={(event) => edit({ [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {invalid && (
        <p id={problemId} role="alert" className={css(styles.problem)}>
          {messages.notANumber}
        </p>
      )}
    </>
  )
}
