'use client'
import { forwardRef, useId } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { usePart } from '../../kit/usePart.ts'
import { NeededBar } from '../bar/NeededBar.tsx'
import { useResultTable } from '../ResultTableContext.ts'
import type { ResultTableGridProps } from '../ResultTableGrid.tsx'
import { GridAnnouncer } from './GridAnnouncer.tsx'
import { GridContext } from './GridContext.ts'
import { GridTable } from './GridTable.tsx'
import styles from './grid.module.css'
import { useGridModel } from './useGridModel.ts'

/** The grid with the lines above it; the default export, since it is loaded on demand. */
export default forwardRef<HTMLDivElement, ResultTableGridProps>(function Grid(props, ref) {
  const { messages } = useKit()
  const { arranged, rows } = useResultTable()
  const helpId = useId()
  const model = useGridModel()
  const { find, popups, headings, selection, copied } = model

  const children = (
    <>
      <NeededBar find={find} onFilter={popups.openFilter} warning={copied?.partly ? copied.text : undefined} />
      <GridTable model={model} helpId={helpId} />
      {arranged.lineCount === 0 && rows.rowCount > 0 && <p className={css(styles.nothing)}>{messages.nothingPasses}</p>}
      {popups.element({
        onFind: find.start,
        onSelect: selection.selectColumn,
        onFit: (name) => headings.resize(name, undefined),
        onMove: headings.move,
      })}
      <GridAnnouncer said={copied?.text} />
      <div id={helpId} className={css(kitStyles.hidden)}>
        {messages.gridHelp}
      </div>
    </>
  )
  const own = { className: styles.grid, children }
  const element = usePart({ tag: 'div', ref: ref as never, own, props: props as never })
  return <GridContext.Provider value={model.context}>{element}</GridContext.Provider>
})
