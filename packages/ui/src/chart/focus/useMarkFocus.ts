'use client'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { Mark } from '../layout/marks.ts'
import { moveInMarks } from './moveInMarks.ts'

type Options = {
  marks: readonly Mark[]
  rightToLeft: boolean
  svgRef: RefObject<SVGSVGElement | null>
  open: (mark: Mark) => void
}

/** One stop for the Tab key in the whole chart, arrow keys within; Enter opens, Escape hides what is shown. */
export function useMarkFocus({ marks, rightToLeft, svgRef, open }: Options) {
  const [stop, setStop] = useState(0)
  const [focused, setFocused] = useState<number>()
  const [pointed, setPointed] = useState<number>()
  const current = Math.min(stop, marks.length - 1)

  function onKeyDown(event: KeyboardEvent) {
    const mark = marks[current]
    if (event.key === 'Escape' && (focused !== undefined || pointed !== undefined)) {
      event.stopPropagation()
      setFocused(undefined)
      setPointed(undefined)
      return
    }
    if (mark && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      open(mark)
      return
    }
    const next = moveInMarks({ marks, from: current, key: event.key, rightToLeft })
    if (next === undefined) return
    event.preventDefault()
    svgRef.current?.querySelector<SVGGElement>(`[data-mark="${next}"]`)?.focus()
  }

  return {
    onKeyDown,
    focused: focused === undefined ? undefined : marks[focused],
    active: pointed ?? focused,
    point: setPointed,
    /** For the group of a mark, which takes the focus. */
    targetProps: (index: number) => ({
      'data-mark': index,
      tabIndex: index === current ? 0 : -1,
      onFocus: () => {
        setStop(index)
        setFocused(index)
      },
      onBlur: () => setFocused(undefined),
    }),
  }
}
