'use client'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How far from its end a log still counts as read to the end. */
const nearEndPx = 48
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * A new question goes to the top of the log and its answer grows below it, so that nothing that is being read ever moves
 * away. Says whether the latest is out of sight.
 *
 * @param oldest - Index of the first turn in the page: when older ones come, it stays at the newest.
 */
export function useLogScroll(turnCount: number, oldest: number) {
  const logRef = useRef<HTMLDivElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)

  useBrowserLayoutEffect(() => {
    const last = contentRef.current?.lastElementChild
    if (turnCount > 0 && last instanceof HTMLElement) logRef.current?.scrollTo({ top: last.offsetTop - 8 })
  }, [turnCount, oldest])

  useEffect(() => {
    const [log, content] = [logRef.current, contentRef.current]
    if (!log || !content) return
    let frame = 0
    // Once a frame: to measure in the middle of one would lay the page out anew.
    const look = () => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
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
  }, [])

  return { logRef, contentRef, atEnd, toEnd: () => logRef.current?.scrollTo({ top: logRef.current.scrollHeight }) }
}
