'use client'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useState } from 'react'
import { css } from '../kit/css.ts'
import { useGrid } from './GridContext.ts'
import { GridRow } from './GridRow.tsx'
import { useResultTable } from './ResultTableContext.ts'
import styles from './result-table.module.css'

const usualRowHeight = 31

/** The rows in view, and room for the others. The default export, since it is loaded for long tables only. */
export default function VirtualRows() {
  const { rows } = useResultTable()
  const { focus, scrollerRef } = useGrid()
  const [rowHeight, setRowHeight] = useState(usualRowHeight)
  const virtualizer = useVirtualizer({
    count: rows.rowCount,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowHeight,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    overscan: 12,
    rangeExtractor: (range) => withRow(range, focus.activeRow()),
  })
  focus.scrollToRow.current = (row) => virtualizer.scrollToIndex(row)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when these rows take the place of the plain ones
  useEffect(() => focus.restore(), [])
  useEffect(() => {
    const row = scrollerRef.current?.querySelector('tbody tr[aria-rowindex]')
    if (row) setRowHeight(row.getBoundingClientRect().height)
  }, [scrollerRef])
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are worked out anew when the height is known
  useEffect(() => virtualizer.measure(), [rowHeight])

  const items = virtualizer.getVirtualItems()
  return (
    <tbody className={css()}>
      {items.map((item, index) => (
        <SpacedRow key={item.key} place={item.index} space={item.start - (items[index - 1]?.end ?? rowHeight)} />
      ))}
      <Space height={virtualizer.getTotalSize() + rowHeight - (items.at(-1)?.end ?? rowHeight)} />
    </tbody>
  )
}

function SpacedRow({ place, space }: { place: number; space: number }) {
  return (
    <>
      <Space height={space} />
      <GridRow place={place} />
    </>
  )
}

function Space({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of the grid cannot take the focus
    <tr aria-hidden="true" className={css(styles.space)}>
      <td className={css(styles.spaceCell)} style={{ blockSize: height }} />
    </tr>
  )
}

/** The row that holds the focus stays in the page, or scrolling would throw the reader out of the grid. */
function withRow(range: Range, row: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (row < 0 || row >= range.count || indexes.includes(row)) return indexes
  return row < indexes[0]! ? [row, ...indexes] : [...indexes, row]
}
