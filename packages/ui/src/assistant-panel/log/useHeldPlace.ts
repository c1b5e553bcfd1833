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
    const turns = () => (contentRef.current?.children ?? []) as ArrayLike<HTMLElement>
    return {
      logRef,
      contentRef,
      measure() {
        const log = logRef.current
        if (!log) return
        const [top, bottom] = [log.scrollTop, log.scrollTop + log.clientHeight]
        const all = turns()
        const next = firstFrom(all, top)
        // One that begins in sight, if there is one: of another it may be its hidden part that grows.
        const first = next < all.length && all[next]!.offsetTop < bottom ? all[next] : all[next - 1]
        if (!first) return
        turn = first
        turnAt = first.offsetTop - top
      },
      wantNewest() {
        turn = undefined
        turnAt = abovePx
      },
      hold() {
        const [log, all] = [logRef.current, turns()]
        const held = turn ?? all[all.length - 1]
        if (!log || !held) return
        const top = held.offsetTop - turnAt
        // Most browsers have held it by themselves, to a part of a pixel.
        if (Math.abs(log.scrollTop - top) >= 1) log.scrollTo({ top })
      },
    }
  }, [])
}

/** Index of the first turn that begins there or below. Looks at a few only: to ask each would take a frame of hundreds. */
function firstFrom(turns: ArrayLike<HTMLElement>, top: number): number {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.offsetTop < top) low = middle + 1
    else high = middle
  }
  return low
}
