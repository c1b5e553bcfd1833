'use client'
import { css } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import { questionField } from '../decide/editedValues.ts'
import type { EditingProps } from './Changes.tsx'
import changesStyles from './changes.module.css'
import { EditField } from './EditField.tsx'
import styles from './terms.module.css'

type QuestionProps = EditingProps & {
  /** What was asked before it was edited. */
  before?: string | undefined
}

/** What was asked, in their words; a field while it is edited. Nothing for what was not asked in words. */
export function Question({ before, edits, onEdit }: QuestionProps) {
  const text = useApprovalWords()
  const { question } = useApprovalRequest().shown
  if (!question) return null
  if (edits && onEdit) {
    return <EditField name={questionField} label={text.question} value={question} edits={edits} onEdit={onEdit} />
  }
  const isEdited = before !== undefined && before !== question
  return (
    <p className={css(styles.question)}>
      <span className={css(styles.termName)}>{text.question}</span> “{question}”
      {isEdited && <span className={css(changesStyles.insteadOf)}>{text.insteadOf(`“${before}”`)}</span>}
    </p>
  )
}
