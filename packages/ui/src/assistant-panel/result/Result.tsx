'use client'
import { forwardRef } from 'react'
import { css } from '../../kit/css.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { GridSkeleton } from '../../result-table/GridSkeleton.tsx'
import { ResultTable } from '../../result-table/index.ts'
import { usePanel } from '../panel/PanelContext.ts'
import { useTurn } from '../turn/TurnContext.ts'
import { isRunning } from '../turn/turnStage.ts'
import { ResultCard } from './ResultCard.tsx'
import styles from './result.module.css'

/**
 * The rows of an answer as a table or a chart, with what must be known of them; headings alone while they are read.
 * Renders a `<div>`.
 */
export const Result = forwardRef<HTMLDivElement, PartProps<'div'>>(function Result(props, ref) {
  const turn = useTurn()
  const { onOpenRecord } = usePanel()
  // A title that may have named what rows hold is not kept over a reload.
  const title = turn.title || turn.question
  const waiting = !turn.result && isRunning(turn) && turn.expectedColumns !== undefined

  const children = turn.result ? (
    <ResultTable.Root result={turn.result} title={title} onOpenRecord={onOpenRecord}>
      <ResultCard />
    </ResultTable.Root>
  ) : (
    <>
      <p className={css(styles.head)}>{title}</p>
      <GridSkeleton columns={turn.expectedColumns ?? []} />
    </>
  )
  const own = { className: styles.card, children }
  const element = usePart({ tag: 'div', ref: ref as never, state: { waiting }, own, props: props as never })
  return turn.result || waiting ? element : null
})
