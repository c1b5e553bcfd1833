'use client'
import { type RefObject, useEffect, useState } from 'react'
import { oneAFrame } from './oneAFrame.ts'

/** Whether an element has ever come within a screen of what is in sight of its scroller. */
export function useSeen(ref: RefObject<Element | null>, atOnce: boolean): boolean {
  const [seen, setSeen] = useState(atOnce)

  useEffect(() => {
    const element = ref.current
    if (seen || !element) return
    let letGo = () => {}
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) letGo = oneAFrame(() => setSeen(true))
      },
      { root: element.closest('[role=log]'), rootMargin: '100% 0px' },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      letGo()
    }
  }, [ref, seen])

  return seen || atOnce
}
