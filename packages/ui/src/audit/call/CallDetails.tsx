'use client'
import type { AuditCall } from '@lakefront/react'
import type { ReactNode } from 'react'
import { CostFacts } from '../../cost/CostFacts.tsx'
import { Code } from '../../facts/Facts.tsx'
import { css } from '../../kit/css.ts'
import { ColumnOrigins } from '../../provenance/ColumnOrigins.tsx'
import { ChainEntries } from '../chain/ChainEntries.tsx'
import { useAuditWords } from '../useAuditWords.ts'
import { CallFacts } from './CallFacts.tsx'
import { CallStatements } from './CallStatements.tsx'
import styles from './call.module.css'
import { callTitle } from './callTitle.ts'

/** Everything that is on the record of a call. Renders a `<section>`. */
export function CallDetails({ call }: { call: AuditCall }) {
  const words = useAuditWords()
  const { statements, lineage, cost, shownHash, entries } = call
  return (
    <section aria-label={words.details(callTitle(call, words))} className={css(styles.details)}>
      <CallFacts call={call} />
      {statements.length > 0 && (
        <Part title={words.statements}>
          <CallStatements statements={statements} />
        </Part>
      )}
      {lineage.length > 0 && (
        <Part title={words.lineage}>
          <ColumnOrigins origins={lineage} />
        </Part>
      )}
      {cost && (
        <Part title={words.cost}>
          <CostFacts cost={cost} />
        </Part>
      )}
      <Part title={words.entries}>
        <ChainEntries entries={entries} />
        <p className={css(styles.hash)}>
          {words.shownHash}: {shownHash === null ? words.noHash : <Code>{shownHash}</Code>}
        </p>
      </Part>
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={css(styles.part)}>
      <h3 className={css(styles.partTitle)}>{title}</h3>
      {children}
    </div>
  )
}
