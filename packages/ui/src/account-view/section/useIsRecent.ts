'use client'
import { useEffect, useState } from 'react'

const recentMs = 60_000

/** Whether something arrived less than a minute ago: "now" must not stay on the screen for an hour. */
export function useIsRecent(arrivedAt: number): boolean {
  const [now, setNow] = useState(Date.now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each arrival starts the minute anew
  useEffect(() => {
    setNow(Date.now())
    const timer = setTimeout(() => setNow(Date.now()), recentMs)
    return () => clearTimeout(timer)
  }, [arrivedAt])
  return now - arrivedAt < recentMs
}
