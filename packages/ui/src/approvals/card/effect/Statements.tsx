'use client'
import type { ShownEffect } from '@lakefront/react'
import { useId } from 'react'
import { Fold } from '../../../fold/Fold.tsx'
import { css } from '../../../kit/css.ts'
import { useKit } from '../../../kit/KitContext.ts'
import { Statement } from '../../../statement/Statement.tsx'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import cardStyles from '../approval-card.module.css'
import { statementField } from '../decide/editedValues.ts'
import type { EditingProps } from './Changes.tsx'
import { StatementDiff } from './StatementDiff.tsx'
import styles from './statements.module.css'
import termsStyles from './terms.module.css'

type StatementsProps = EditingProps & { before?: ShownEffect['statements'] }

/** What would be sent to the sources, folded until somebody looks; a field while it is edited. Renders a `<details>`. */
export function Statements({ before, edits, onEdit }: StatementsProps) {
  const { format } = useKit()
  const text = useApprovalWords()
  const { statements = [], tables = [], changes } = useApprovalRequest().shown
  const [only] = statements
  if (only && onEdit && changes.length === 0) {
    return <StatementField value={edits?.[statementField] ?? only.sql} onEdit={onEdit} />
  }
  if (statements.length === 0) return null
  const summary = (
    <>
      {text.statements(statements.length, format.count(statements.length))}
      {tables.length > 0 && ` · ${text.tables(format.list(tables))}`}
    </>
  )
  return (
    <Fold open={before !== undefined} summary={summary}>
      {statements.map(({ source, sourceTitle, sql }, index) => (
        <div key={`${source} ${sql}`} className={css(styles.sent)}>
          <p className={css(termsStyles.termName)}>{sourceTitle}</p>
          <Statement sql={sql} sourceTitle={sourceTitle} />
          {before?.[index] && before[index].sql !== sql && <StatementDiff before={before[index].sql} after={sql} />}
        </div>
      ))}
    </Fold>
  )
}

function StatementField({ value, onEdit }: { value: string; onEdit(name: string, value: string): void }) {
  const text = useApprovalWords()
  const id = useId()
  return (
    <div className={css(cardStyles.reason)}>
      <label htmlFor={id} className={css(cardStyles.reasonLabel)}>
        {text.statement}
      </label>
      <textarea
        id={id}
        rows={6}
        spellCheck={false}
        value={value}
        onChange={(event) => onEdit(statementField, event.target.value)}
        className={css(cardStyles.input, styles.code)}
      />
    </div>
  )
}
