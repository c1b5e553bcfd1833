'use client'
import { type RefObject, useEffect, useRef } from 'react'

/** What leaves something behind: opened, chosen, dragged, selected, scrolled. To swipe over it ends in no `pointerup`. */
const traces = ['pointerup', 'click', 'focusin', 'selectstart', 'toggle', 'scroll'] as const

/** Whether anybody has done anything in an element since it was first watched. */
export function useTouched(ref: RefObject<Element | null>, watched: boolean): RefObject<boolean> {
  const touchedRef = useRef(false)

  useEffect(() => {
    const element = ref.current
    if (!watched || !element) return
    const gone = new AbortController()
    const touch = () => {
      touchedRef.current = true
      gone.abort()
    }
    for (const trace of traces) element.addEventListener(trace, touch, { capture: true, signal: gone.signal })
    return () => gone.abort()
  }, [ref, watched])

  return touchedRef
}
