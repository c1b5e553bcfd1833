'use client'
import { useEffect, useReducer, useRef } from 'react'

/** About a thousand words: read, drawn and laid out well within a frame. */
const charsPerFrame = 6_000

/** As much of a text as may be drawn now: one that is there all at once comes in pieces, so that the page stays usable. */
export function usePaced(text: string): string {
  const drawnLength = useRef(0)
  const [, drawMore] = useReducer((count: number) => count + 1, 0)
  const length = Math.min(text.length, drawnLength.current + charsPerFrame)

  useEffect(() => {
    drawnLength.current = length
    if (length === text.length) return
    const frame = requestAnimationFrame(drawMore)
    return () => cancelAnimationFrame(frame)
  })
  return text.slice(0, length)
}
