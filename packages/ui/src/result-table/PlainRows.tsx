'use client'
import { css } from '../kit/css.ts'
import { GridRow } from './GridRow.tsx'

/** Every row in the page. */
export function PlainRows({ rowCount }: { rowCount: number }) {
  return (
    <tbody className={css()}>
      {Array.from({ length: rowCount }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place is what a row of the grid is
        <GridRow key={place} place={place} />
      ))}
    </tbody>
  )
}
