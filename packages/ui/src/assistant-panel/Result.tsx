'use client'
import { forwardRef } from 'react'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { GridSkeleton } from '../result-table/GridSkeleton.tsx'
import { ResultTable } from '../result-table/index.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import { endedWithoutRows } from './endedWithoutRows.ts'
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
  // A title that may have named what rows hold is not kept over a reload.
  const title = turn.title || turn.question
  const waiting = !turn.result && isRunning(turn) && turn.expectedColumns !== undefined

  const children = turn.result ? (
    <ResultTable.Root result={turn.result} title={title} onOpenRecord={onOpenRecord}>
      <ResultHead title={title} />
      <ResultBody />
      <RowsNote />
      <ResultFoot />
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

function ResultHead({ title }: { title: string }) {
  const { rows } = useResultTable()
  const gone = endedWithoutRows(rows)
  return (
    <div className={css(styles.head)}>
      <h3 className={css(styles.title)}>{title}</h3>
      {!gone && <ResultTable.Download />}
      {!gone && <ResultTable.Copy />}
    </div>
  )
}

function ResultBody() {
  const { messages } = useKit()
  const { rows } = useResultTable()
  if (endedWithoutRows(rows)) return null
  if (rows.rowCount > 0) return <ResultTable.Grid />
  if (rows.status === 'streaming') return <GridSkeleton columns={rows.columns} />
  return (
    <p className={css(styles.nothing)}>
      <strong className={css(styles.nothingTitle)}>{messages.noRows}</strong>
      {messages.noRowsHint}
    </p>
  )
}
