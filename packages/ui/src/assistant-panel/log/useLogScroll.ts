'use client'
import { useEffect, useState } from 'react'
import { useBrowserLayoutEffect } from '../../kit/useLatest.ts'
import type { HeldPlace } from './useHeldPlace.ts'

/** How far from its end a log still counts as read to the end. */
const nearEndPx = 48

/**
 * A new question goes to the top of the log and its answer grows below it, so that nothing that is being read ever moves
 * away. Says whether the latest is out of sight.
 *
 * @param oldest - Index of the first turn in the page: when older ones come, what is in sight stays.
 */
export function useLogScroll(held: HeldPlace, turnCount: number, oldest: number) {
  const { logRef, contentRef } = held
  const [atEnd, setAtEnd] = useState(true)

  useBrowserLayoutEffect(() => held.wantNewest(), [held, turnCount])

  useBrowserLayoutEffect(() => {
    if (turnCount > 0) held.hold()
  }, [held, turnCount, oldest])

  useEffect(() => {
    const [log, content] = [logRef.current, contentRef.current]
    if (!log || !content) return
    let frame = 0
    // Once a frame: to measure in the middle of one would lay the page out anew.
    const look = () => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        held.measure()
        setAtEnd(log.scrollHeight - log.scrollTop - log.clientHeight < nearEndPx)
      })
    }
    const observer = new ResizeObserver(look)
    observer.observe(content)
    observer.observe(log)
    log.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      log.removeEventListener('scroll', look)
    }
  }, [held, logRef, contentRef])

  return { atEnd, toEnd: () => logRef.current?.scrollTo({ top: logRef.current.scrollHeight }) }
}
