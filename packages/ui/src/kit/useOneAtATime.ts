'use client'
import { useRef } from 'react'

/**
 * Runs one thing at a time. What is asked for meanwhile is passed over: the second click of a hurried hand comes before the
 * first is drawn. Errors are left to whoever shows them.
 */
export function useOneAtATime() {
  const busyRef = useRef(false)
  return (run: () => Promise<unknown>): void => {
    if (busyRef.current) return
    busyRef.current = true
    run()
      .catch(() => {})
      .finally(() => {
        busyRef.current = false
      })
  }
}
