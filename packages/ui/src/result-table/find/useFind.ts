'use client'
import { useEffect, useRef, useState } from 'react'
import type { GridFocus } from '../focus/createGridFocus.ts'
import type { GridPosition } from '../focus/moveInGrid.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { firstAt } from './matchesInView.ts'

/** Finds a text in the result: opened, it starts where people are and goes from match to match. */
export function useFind(focus: GridFocus, show: (position: GridPosition) => void) {
  const { arranged, find: text, setFind, shown } = useResultTable()
  const { matches } = arranged
  const inputRef = useRef<HTMLInputElement>(null)
  const [current, setCurrent] = useState(0)
  /** The text whose first match was gone to: matches in rows that arrive later take nobody away. */
  const goneFor = useRef<string>(null)
  const matchCount = matches?.count

  function goTo(match: number) {
    const found = matches?.at(match)
    if (!found) return
    setCurrent(match)
    show({ row: found.line, column: shown.findIndex(({ columnIndex }) => columnIndex === found.columnIndex) })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text, as soon as it is found
  useEffect(() => {
    if (!matchCount || goneFor.current === text) return
    goneFor.current = text
    const next = firstAt(matches, Math.max(focus.position().row, 0))
    goTo(next < matchCount ? next : 0)
  }, [text, matchCount])

  return {
    open: text !== null,
    inputRef,
    matchCount,
    current: Math.min(current, Math.max((matchCount ?? 0) - 1, 0)),
    setText: setFind,
    /** Opens the line, or goes back to it. */
    start() {
      if (text === null) setFind('')
      inputRef.current?.select()
    },
    close() {
      const found = matches && matchCount ? matches.at(current) : undefined
      setFind(null)
      const column = shown.findIndex(({ columnIndex }) => columnIndex === found?.columnIndex)
      focus.focusAt(found ? { row: found.line, column: Math.max(column, 0) } : focus.position())
    },
    /** To the next match or the one before; after the last comes the first. */
    step(by: 1 | -1) {
      if (matchCount) goTo((current + by + matchCount) % matchCount)
    },
  }
}

export type Find = ReturnType<typeof useFind>
