'use client'
import type { Lineage, Step } from '@lakefront/react'
import { stepFacts } from '../assistant-panel/steps/stepFacts.ts'
import { Code } from '../facts/Facts.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { Statement } from '../statement/Statement.tsx'
import styles from './provenance.module.css'
import { useProvenanceWords } from './useProvenanceWords.ts'

type StepReadsProps = { steps: readonly Step[]; lineage: Lineage | undefined }

/** Each statement: where it was sent and why, what it read and when, and its words. Renders an `<ol>`. */
export function StepReads({ steps, lineage }: StepReadsProps) {
  return (
    <ol className={css(styles.steps)}>
      {steps.map((step) => (
        <StepRead key={step.id} step={step} read={lineage?.sources.find(({ source }) => source === step.source)} />
      ))}
    </ol>
  )
}

function StepRead({ step, read }: { step: Step; read: Lineage['sources'][number] | undefined }) {
  const { messages, format } = useKit()
  const words = useProvenanceWords()
  const facts = [...stepFacts(step, messages, format), read && messages.readAt(format.timeOfDay(read.readAt))]
  return (
    <li className={css(styles.step)}>
      <p className={css(styles.source)}>
        <strong className={css(styles.sourceName)}>{step.sourceTitle}</strong> {step.purpose}
      </p>
      <p className={css(styles.soft)}>{facts.filter(Boolean).join(' · ')}</p>
      {read && read.tables.length > 0 && (
        <p className={css(styles.soft)}>
          {words.readFrom} <Code>{read.tables.join(', ')}</Code>
        </p>
      )}
      {step.sql && <Statement sql={step.sql} sourceTitle={step.sourceTitle} />}
    </li>
  )
}
