'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLatest } from '../../kit/useLatest.ts'

/** How far the rows and columns are scrolled, in their own pixels. */
export type Scrolled = { top: number; left: number }

type ScrolledOptions = {
  read(scroller: HTMLElement): Scrolled
  /** Names what is drawn at a place: while that stays the same, nothing is drawn anew. */
  drawnAt(scrolled: Scrolled): string
}

/** Follows the scrolling. `scrolled` is what is drawn for, `latest` is where it is. */
export function useScrolled(scrollerRef: RefObject<HTMLElement | null>, options: ScrolledOptions) {
  const [scrolled, setScrolled] = useState<Scrolled>({ top: 0, left: 0 })
  const latest = useRef(scrolled)
  const current = useLatest({ ...options, drawn: options.drawnAt(scrolled) })

  useEffect(() => {
    const scroller = scrollerRef.current
    const onScroll = () => {
      if (!scroller) return
      const { read, drawnAt, drawn } = current.current
      latest.current = read(scroller)
      // Later would be a frame late: the reader would see a gap.
      if (drawnAt(latest.current) !== drawn) flushSync(() => setScrolled(latest.current))
    }
    scroller?.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller?.removeEventListener('scroll', onScroll)
  }, [scrollerRef, current])

  return { scrolled, latest }
}
