'use client'
import { forwardRef } from 'react'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { GridSkeleton } from '../result-table/GridSkeleton.tsx'
import { ResultTable } from '../result-table/index.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import { usePanel } from './PanelContext.ts'
import { ResultFoot } from './ResultFoot.tsx'
import { RowsNote } from './RowsNote.tsx'
import styles from './result.module.css'
import { useTurn } from './TurnContext.ts'
import { isRunning } from './turnStage.ts'

/** The rows of an answer with what must be known of them; headings alone while they are read. Renders a `<div>`. */
export const Result = forwardRef<HTMLDivElement, PartProps<'div'>>(function Result(props, ref) {
  const turn = useTurn()
  const { onOpenRecord } = usePanel()
  const waiting = !turn.result && isRunning(turn) && turn.expectedColumns !== undefined

  const children = turn.result ? (
    <ResultTable.Root result={turn.result} title={turn.title} onOpenRecord={onOpenRecord}>
      <ResultHead title={turn.title} />
      <ResultBody />
      <RowsNote />
      <ResultFoot />
    </ResultTable.Root>
  ) : (
    <>
      <p className={css(styles.head)}>{turn.title}</p>
      <GridSkeleton columns={turn.expectedColumns ?? []} />
    </>
  )
  const own = { className: styles.card, children }
  const element = usePart({ tag: 'div', ref: ref as never, state: { waiting }, own, props: props as never })
  return turn.result || waiting ? element : null
})

function ResultHead({ title }: { title: string }) {
  return (
    <div className={css(styles.head)}>
      <h3 className={css(styles.title)}>{title}</h3>
      <ResultTable.Download />
      <ResultTable.Copy />
    </div>
  )
}

function ResultBody() {
  const { messages } = useKit()
  const { rows } = useResultTable()
  if (rows.rowCount > 0 || rows.status === 'streaming') return <ResultTable.Grid />
  return (
    <p className={css(styles.nothing)}>
      <strong className={css(styles.nothingTitle)}>{messages.noRows}</strong>
      {messages.noRowsHint}
    </p>
  )
}
