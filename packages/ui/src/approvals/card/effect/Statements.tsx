'use client'
import type { ShownEffect } from '@lakefront/react'
import { Fold } from '../../../fold/Fold.tsx'
import { css } from '../../../kit/css.ts'
import { useKit } from '../../../kit/KitContext.ts'
import { Statement } from '../../../statement/Statement.tsx'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import { statementField } from '../decide/editedValues.ts'
import type { EditingProps } from './Changes.tsx'
import { EditField } from './EditField.tsx'
import { StatementDiff } from './StatementDiff.tsx'
import styles from './statements.module.css'
import termsStyles from './terms.module.css'

type StatementsProps = EditingProps & { before?: ShownEffect['statements'] }

/** What would be sent to the sources, folded until somebody looks; a field while a statement is edited. Renders a `<details>`. */
export function Statements({ before, edits, onEdit }: StatementsProps) {
  const { format } = useKit()
  const text = useApprovalWords()
  const { statements = [], tables = [], changes, question } = useApprovalRequest().shown
  const [only] = statements
  if (only && edits && onEdit && changes.length === 0 && question === undefined) {
    return (
      <EditField name={statementField} label={text.statement} value={only.sql} isCode edits={edits} onEdit={onEdit} />
    )
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
          <DiffOf before={before?.[index]} after={{ source, sql }} />
        </div>
      ))}
    </Fold>
  )
}

/** Another question may be planned for other sources: only what goes to the same one is compared. */
function DiffOf({ before, after }: { before: StatementAt | undefined; after: StatementAt }) {
  if (before?.source !== after.source || before.sql === after.sql) return null
  return <StatementDiff before={before.sql} after={after.sql} />
}

type StatementAt = { source: string; sql: string }
