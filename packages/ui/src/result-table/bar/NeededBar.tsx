'use client'
import { lazy, Suspense } from 'react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import type { Find } from '../find/useFind.ts'
import { useResultTable } from '../ResultTableContext.ts'
import type { TableView } from '../view/types.ts'
import styles from './bar.module.css'

const TableBar = lazy(() => import('./TableBar.tsx'))
const FindBar = lazy(() => import('../find/FindBar.tsx'))

type NeededBarProps = {
  find: Find
  onFilter(name: string): void
  /** Something that did not go as asked. */
  warning: string | undefined
}

/** The lines above the table, each only when there is something to say; their code comes with the first. */
export function NeededBar({ find, onFilter, warning }: NeededBarProps) {
  const { messages } = useKit()
  const { view, arranged } = useResultTable()
  return (
    <>
      <Suspense fallback={null}>
        {find.open && <FindBar find={find} />}
        {saysSomething(view) && <TableBar onFilter={onFilter} />}
      </Suspense>
      {arranged.status === 'unavailable' && <p className={css(styles.note)}>{messages.heldInPart}</p>}
      {arranged.status === 'failed' && <Warning text={messages.arrangeFailed} />}
      {warning && <Warning text={warning} />}
    </>
  )
}

function Warning({ text }: { text: string }) {
  return (
    <p className={css(styles.note)} data-tone="warn">
      {text}
    </p>
  )
}

function saysSomething({ groupBy, hidden, filters }: TableView): boolean {
  return groupBy !== null || hidden.length > 0 || Object.keys(filters).length > 0
}
