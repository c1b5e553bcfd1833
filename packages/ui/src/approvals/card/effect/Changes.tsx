'use client'
import type { FieldChange } from '@lakefront/react'
import { css, kitStyles } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import cardStyles from '../approval-card.module.css'
import styles from './changes.module.css'

export type EditingProps = {
  /** What is to stand there instead, by name, while it is edited. */
  edits?: Readonly<Record<string, string>> | undefined
  onEdit?: ((name: string, value: string) => void) | undefined
}

type ChangesProps = EditingProps & {
  /** What was to be written before it was edited. */
  before?: readonly FieldChange[] | undefined
}

/** Each field as it is and as it would be. Renders a `<table>`. */
export function Changes({ before, edits, onEdit }: ChangesProps) {
  const text = useApprovalWords()
  const { shown } = useApprovalRequest()
  const isNew = shown.record?.id === null
  return (
    <table className={css(styles.changes)}>
      <thead className={css(kitStyles.hidden)}>
        <tr className={css()}>
          <th scope="col" className={css()}>
            {text.field}
          </th>
          {!isNew && (
            <th scope="col" className={css()}>
              {text.before}
            </th>
          )}
          <th scope="col" className={css()}>
            {text.after}
          </th>
        </tr>
      </thead>
      <tbody className={css()}>
        {shown.changes.map((change) => (
          <tr key={change.column} className={css(styles.change)}>
            <th scope="row" className={css(styles.field)}>
              {change.title}
            </th>
            {!isNew && (
              <td className={css(styles.before)}>
                <del className={css(styles.old)}>{textOf(change.before)}</del>
              </td>
            )}
            <td className={css(styles.after)}>
              {onEdit ? (
                <input
                  type="text"
                  aria-label={change.title}
                  value={edits?.[change.column] ?? String(change.after ?? '')}
                  onChange={(event) => onEdit(change.column, event.target.value)}
                  className={css(cardStyles.input)}
                />
              ) : (
                <After change={change} before={before} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function After({ change, before }: { change: FieldChange; before: readonly FieldChange[] | undefined }) {
  const text = useApprovalWords()
  const was = before?.find(({ column }) => column === change.column)
  const isEdited = before !== undefined && was?.after !== change.after
  return (
    <>
      <ins className={css(styles.new)}>{textOf(change.after)}</ins>
      {isEdited && <span className={css(styles.insteadOf)}>{text.insteadOf(textOf(was?.after ?? null))}</span>}
    </>
  )
}

/** Exactly what is written, and nothing made nicer: this is what is agreed to. */
function textOf(value: FieldChange['after']): string {
  return value === null ? '–' : String(value)
}
