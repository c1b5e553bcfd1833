'use client'
import { useId } from 'react'
import { css } from '../../../kit/css.ts'
import cardStyles from '../approval-card.module.css'
import styles from './statements.module.css'

type EditFieldProps = {
  /** The name under which it is sent. */
  name: string
  label: string
  /** What stands there until somebody types. */
  value: string
  /** What was typed, by name. */
  edits: Readonly<Record<string, string>>
  onEdit(name: string, value: string): void
  isCode?: boolean | undefined
}

/** Words or a statement, to be put in place of what was asked for. Renders a `<textarea>` under its label. */
export function EditField({ name, label, value, edits, onEdit, isCode = false }: EditFieldProps) {
  const id = useId()
  return (
    <div className={css(cardStyles.reason)}>
      <label htmlFor={id} className={css(cardStyles.reasonLabel)}>
        {label}
      </label>
      <textarea
        id={id}
        rows={isCode ? 6 : 2}
        spellCheck={!isCode}
        value={edits[name] ?? value}
        onChange={(event) => onEdit(name, event.target.value)}
        className={css(cardStyles.input, isCode && styles.code)}
      />
    </div>
  )
}
