'use client'
import { type RefObject, useMemo, useRef } from 'react'

/** Room above a new question. */
const abovePx = 8

/** What people look at in a log, so that it stays where it is while something comes above it. */
export type HeldPlace = {
  logRef: RefObject<HTMLDivElement | null>
  contentRef: RefObject<HTMLDivElement | null>
  /** Takes down which turn is in sight first, and where. */
  measure(): void
  /** Wants the newest turn at the top instead. */
  wantNewest(): void
  /** Scrolls so that it is where it was, or is wanted. */
  hold(): void
}

export function useHeldPlace(): HeldPlace {
  const logRef = useRef<HTMLDivElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  return useMemo(() => {
    /** The newest when there is none. */
    let turn: HTMLElement | undefined
    /** From the top of what is in sight down to the turn. */
    let turnAt = abovePx
    const turns = () => [...(contentRef.current?.children ?? [])] as HTMLElement[]
    return {
      logRef,
      contentRef,
      measure() {
        const log = logRef.current
        if (!log) return
        const [top, bottom] = [log.scrollTop, log.scrollTop + log.clientHeight]
        const all = turns()
        // One that begins in sight, if there is one: of another it may be its hidden part that grows.
        const begins = all.find(({ offsetTop }) => offsetTop >= top && offsetTop < bottom)
        const first = begins ?? all.find(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > top)
        if (!first) return
        turn = first
        turnAt = first.offsetTop - top
      },
      wantNewest() {
        turn = undefined
        turnAt = abovePx
      },
      hold() {
        const [log, held] = [logRef.current, turn ?? turns().at(-1)]
        if (!log || !held) return
        const top = held.offsetTop - turnAt
        // Most browsers have held it by themselves, to a part of a pixel.
        if (Math.abs(log.scrollTop - top) >= 1) log.scrollTo({ top })
      },
    }
  }, [])
}
