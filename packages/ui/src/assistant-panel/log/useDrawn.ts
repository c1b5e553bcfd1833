'use client'
import { type RefObject, useEffect, useState } from 'react'
import { useBrowserLayoutEffect } from '../../kit/useLatest.ts'
import { isAtRest } from './isAtRest.ts'
import { drawOneAFrame, letGoOneAFrame } from './oneAFrame.ts'
import type { HeldPlace } from './useHeldPlace.ts'
import { useTouched } from './useTouched.ts'

type Drawing = {
  drawn: boolean
  /** How high it was when it was last drawn, in pixels. */
  height?: number
}

type DrawnOptions = {
  /** Drawn from the beginning. */
  atOnce: boolean
  /** Once drawn it stays so. */
  stays: boolean
  /** What people look at, which its drawing must not move. */
  held: HeldPlace
}

/** How far out of sight, in heights of the log: drawn within the first, let go beyond the second. */
const near = '100% 0px'
const far = '200% 0px'

/**
 * Whether the turn at a place is to be drawn: from when it comes near what is in sight until it is far from it. One that
 * somebody has touched stays, since what was opened or chosen in it would be lost.
 */
export function useDrawn(ref: RefObject<Element | null>, { atOnce, stays, held }: DrawnOptions): Drawing {
  const [drawing, setDrawing] = useState<Drawing>({ drawn: atOnce })
  const { drawn } = drawing
  const touchedRef = useTouched(ref, drawn)

  useBrowserLayoutEffect(() => {
    // One that is let go of is as high as it was.
    if (drawn) held.hold()
  }, [drawn, held])

  useEffect(() => {
    const place = ref.current
    if (!place || (drawn && stays)) return
    let giveUp = () => {}
    const turnOver = () => {
      if (!drawn) {
        held.measure()
        setDrawing({ drawn: true })
      } else if (!touchedRef.current && isAtRest(place)) {
        setDrawing({ drawn: false, height: place.getBoundingClientRect().height })
      }
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1)
        giveUp()
        if (!entry || entry.isIntersecting === drawn) return
        giveUp = drawn ? letGoOneAFrame(turnOver) : drawOneAFrame(turnOver, distanceOf(entry))
      },
      { root: place.closest('[role=log]'), rootMargin: drawn ? far : near },
    )
    observer.observe(place)
    return () => {
      observer.disconnect()
      giveUp()
    }
  }, [ref, drawn, stays, touchedRef, held])

  return drawing
}

/** From the middle of a place to the middle of what is in sight. */
function distanceOf({ boundingClientRect, rootBounds }: IntersectionObserverEntry): number {
  return rootBounds ? Math.abs(middleOf(boundingClientRect) - middleOf(rootBounds)) : 0
}

const middleOf = ({ top, bottom }: DOMRectReadOnly) => (top + bottom) / 2
