'use client'
import type { AuditedStatement } from '@lakefront/react'
import { Code, Fact, Facts } from '../../facts/Facts.tsx'
import type { Format } from '../../format/createFormat.ts'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import type { AuditMessages } from '../../messages/audit/types.ts'
import type { Messages } from '../../messages/types.ts'
import { Statement } from '../../statement/Statement.tsx'
import { useAuditWords } from '../useAuditWords.ts'
import styles from './call.module.css'

/** The statements of a call as the record has them, with what they read. Renders an `<ol>`. */
export function CallStatements({ statements }: { statements: readonly AuditedStatement[] }) {
  const { messages, format } = useKit()
  const words = useAuditWords()
  return (
    <>
      <p className={css(styles.hint)}>{words.hashed}</p>
      <ol className={css(styles.statements)}>
        {statements.map((statement) => (
          <li key={`${statement.source} ${statement.startedAt} ${statement.sql}`} className={css(styles.statement)}>
            <p className={css(styles.hint)}>{statementFacts(statement, words, messages, format).join(' · ')}</p>
            <Statement sql={statement.sql} sourceTitle={statement.source} />
            <Facts>
              <Fact name={words.tables}>
                <Code>{statement.tables.join(', ')}</Code>
              </Fact>
              <Fact name={words.columns}>
                <Code>{statement.columns.join(', ')}</Code>
              </Fact>
            </Facts>
          </li>
        ))}
      </ol>
    </>
  )
}

function statementFacts(statement: AuditedStatement, words: AuditMessages, messages: Messages, format: Format) {
  const { source, startedAt, status, rowsOut, bytesScanned } = statement
  return [
    source,
    format.timeOfDay(startedAt),
    words.statementStates[status],
    format.rows(rowsOut),
    bytesScanned === null ? messages.bytesUnknown : messages.bytesRead(format.bytes(bytesScanned)),
  ]
}
