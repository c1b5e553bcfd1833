'use client'
import type { Turn } from '@lakefront/react'
import { forwardRef, type ReactNode } from 'react'
import { CostFacts } from '../cost/CostFacts.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { AnswerRecord } from './AnswerRecord.tsx'
import { ColumnOrigins } from './ColumnOrigins.tsx'
import { originsOf } from './originsOf.ts'
import styles from './provenance.module.css'
import { StepReads } from './StepReads.tsx'
import { useProvenanceWords } from './useProvenanceWords.ts'

/** As much of an answer as tells how it came about. */
export type ProvenanceAnswer = Pick<Turn, 'explanation' | 'steps' | 'warnings'> &
  Partial<Pick<Turn, 'answerId' | 'result' | 'lineage' | 'cost' | 'restored'>>

// A name of its own: spelled out in declarations, it would lead to a package that this one does not depend on.
export interface ProvenanceOptions {
  /** A turn of a conversation, or an answer of the gateway's. */
  answer: ProvenanceAnswer
}

export type ProvenanceProps = Omit<PartProps<'section'>, 'children'> & ProvenanceOptions

/**
 * How an answer is known: what each column is and was read from, each statement with what it read and when, what to know of
 * the figures, what they cost, and where the answer stands on the record. Renders a `<section>`.
 */
export const Provenance = forwardRef<HTMLElement, ProvenanceProps>(function Provenance({ answer, ...props }, ref) {
  const { messages } = useKit()
  const words = useProvenanceWords()
  const { explanation, lineage, result, steps, cost, restored, answerId } = answer
  const children = (
    <>
      {explanation && <p className={css(styles.explanation)}>{explanation}</p>}
      <Remarks warnings={answer.warnings} />
      <Chapter title={words.columns} isShown={lineage !== undefined && lineage.columns.length > 0}>
        {lineage && <ColumnOrigins {...originsOf(lineage, result?.columns)} />}
      </Chapter>
      <Chapter title={words.steps} isShown={steps.length > 0}>
        <StepReads steps={steps} lineage={lineage} />
        {restored && <p className={css(styles.soft)}>{messages.valuesNotKept}</p>}
      </Chapter>
      <Chapter title={words.cost} isShown={cost !== undefined && steps.length > 0}>
        {cost && <CostFacts cost={cost} />}
      </Chapter>
      <Chapter title={words.record} isShown={answerId !== undefined}>
        {answerId !== undefined && <AnswerRecord answerId={answerId} />}
      </Chapter>
    </>
  )
  const own = { 'aria-label': messages.howDoWeKnow, className: styles.provenance, children }
  return usePart({ tag: 'section', ref: ref as never, own, props: props as never })
})

function Chapter({ title, isShown, children }: { title: string; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null
  return (
    <div className={css(styles.chapter)}>
      <h4 className={css(styles.title)}>{title}</h4>
      {children}
    </div>
  )
}

/** What must be known of the figures. After a reload only that there was a warning is known, which the turn says. */
function Remarks({ warnings }: Pick<ProvenanceAnswer, 'warnings'>) {
  const words = useProvenanceWords()
  const said = warnings.filter(({ message }) => message)
  return (
    <Chapter title={words.remarks} isShown={said.length > 0}>
      <ul className={css(styles.remarks)}>
        {said.map(({ code, message }) => (
          <li key={`${code} ${message}`} className={css(styles.remark)}>
            {message}
          </li>
        ))}
      </ul>
    </Chapter>
  )
}
