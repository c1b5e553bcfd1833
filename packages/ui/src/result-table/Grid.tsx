'use client'
import { forwardRef, lazy, Suspense, useRef } from 'react'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { usePart } from '../kit/usePart.ts'
import { GridContext } from './GridContext.ts'
import { GridHeadings } from './GridHeadings.tsx'
import { PlainRows } from './PlainRows.tsx'
import { useResultTable } from './ResultTableContext.ts'
import type { ResultTableGridProps } from './ResultTableGrid.tsx'
import styles from './result-table.module.css'
import { useGridFocus } from './useGridFocus.ts'
import { useRowSelection } from './useRowSelection.ts'
import { useShareScale } from './useShareScale.ts'

/** Up to here every row is in the page: no machinery, and the browser's own find works. */
const mostPlainRows = 100

const VirtualRows = lazy(() => import('./VirtualRows.tsx'))

/** The grid itself; the default export, since it is loaded on demand. */
export default forwardRef<HTMLDivElement, ResultTableGridProps>(function Grid(props, ref) {
  const { messages } = useKit()
  const table = useResultTable()
  const { rows, columns, title } = table
  const scrollerRef = useRef<HTMLDivElement>(null)
  const selection = useRowSelection(table)
  const focus = useGridFocus({
    rowCount: rows.rowCount,
    columnCount: columns.length,
    onRowMove: selection.extend,
    scrollerRef,
  })
  const helpId = `${focus.gridId}-help`
  const plain = <PlainRows rowCount={Math.min(rows.rowCount, mostPlainRows)} />

  const children = (
    <table
      {...focus.gridProps}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
      role="grid"
      aria-label={title}
      aria-describedby={helpId}
      aria-multiselectable="true"
      aria-rowcount={rows.totalRowCount === null ? -1 : rows.totalRowCount + 1}
      aria-colcount={columns.length}
      aria-busy={rows.status === 'streaming'}
      className={css(styles.table)}
      onKeyDown={(event) => {
        selection.onKeyDown(event)
        focus.onKeyDown(event)
      }}
      onCopy={selection.onCopy}
    >
      <GridHeadings />
      {rows.rowCount > mostPlainRows ? (
        <Suspense fallback={plain}>
          <VirtualRows />
        </Suspense>
      ) : (
        plain
      )}
    </table>
  )
  const own = { className: styles.scroller, children }
  const scroller = usePart({ tag: 'div', ref: [scrollerRef, ref] as never, own, props: props as never })
  return (
    <GridContext.Provider value={{ focus, selection, shareScale: useShareScale(table), scrollerRef }}>
      {scroller}
      <div id={helpId} className={css(kitStyles.hidden)}>
        {messages.gridHelp}
      </div>
    </GridContext.Provider>
  )
})
