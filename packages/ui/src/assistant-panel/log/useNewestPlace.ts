'use client'
import { type RefObject, useMemo, useRef } from 'react'

/** Room above a new question. */
const abovePx = 8

/** Where the newest turn of a log is, so that it stays there when turns come above it. */
export type NewestPlace = {
  logRef: RefObject<HTMLDivElement | null>
  contentRef: RefObject<HTMLDivElement | null>
  /** Takes down where it is. */
  measure(): void
  /** Wants it at the top. */
  wantAtTop(): void
  /** Scrolls to where it was, or is wanted. */
  hold(): void
}

export function useNewestPlace(): NewestPlace {
  const logRef = useRef<HTMLDivElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  return useMemo(() => {
    /** From the top of what is in sight down to the newest turn. */
    let newestAt = abovePx
    const elements = () => {
      const [log, newest] = [logRef.current, contentRef.current?.lastElementChild]
      return log && newest instanceof HTMLElement ? { log, newest } : undefined
    }
    return {
      logRef,
      contentRef,
      measure() {
        const found = elements()
        if (found) newestAt = found.newest.offsetTop - found.log.scrollTop
      },
      wantAtTop() {
        newestAt = abovePx
      },
      hold() {
        const found = elements()
        if (!found) return
        const top = found.newest.offsetTop - newestAt
        // Most browsers have held it by themselves, to a part of a pixel.
        if (Math.abs(found.log.scrollTop - top) >= 1) found.log.scrollTo({ top })
      },
    }
  }, [])
}
