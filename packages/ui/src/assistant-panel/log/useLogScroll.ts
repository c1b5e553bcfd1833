'use client'
import { useEffect, useRef, useState } from 'react'
import { useBrowserLayoutEffect } from '../../kit/useLatest.ts'

/** How far from its end a log still counts as read to the end. */
const nearEndPx = 48
/** Room above a new question. */
const abovePx = 8

/**
 * A new question goes to the top of the log and its answer grows below it, so that nothing that is being read ever moves
 * away. Says whether the latest is out of sight.
 *
 * @param oldest - Index of the first turn in the page: when older ones come, what is in sight stays.
 */
export function useLogScroll(turnCount: number, oldest: number) {
  const logRef = useRef<HTMLDivElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  /** From the top of what is in sight down to the newest turn. */
  const newestAtRef = useRef(abovePx)
  const [atEnd, setAtEnd] = useState(true)

  useBrowserLayoutEffect(() => {
    newestAtRef.current = abovePx
  }, [turnCount])

  useBrowserLayoutEffect(() => {
    const [log, newest] = [logRef.current, contentRef.current?.lastElementChild]
    if (!log || turnCount === 0 || !(newest instanceof HTMLElement)) return
    const top = newest.offsetTop - newestAtRef.current
    // Most browsers have held it by themselves, to a part of a pixel.
    if (Math.abs(log.scrollTop - top) >= 1) log.scrollTo({ top })
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
        const newest = content.lastElementChild
        if (newest instanceof HTMLElement) newestAtRef.current = newest.offsetTop - log.scrollTop
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
