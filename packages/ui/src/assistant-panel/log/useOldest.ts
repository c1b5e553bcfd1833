'use client'
import { useEffect, useState } from 'react'
import { oneAFrame } from './oneAFrame.ts'

/** Turns that are put into the page at once. */
const atOnce = 50

/**
 * Index of the oldest turn that is in the page. A long conversation opens at its newest turns; the older ones follow, some a
 * frame, until all are there to be found.
 */
export function useOldest(turnCount: number): number {
  const [oldest, setOldest] = useState(() => Math.max(0, turnCount - atOnce))
  const [known, setKnown] = useState(turnCount)
  // Also a conversation that comes back later comes all at once.
  if (known !== turnCount) {
    setKnown(turnCount)
    if (turnCount - known > atOnce || turnCount < oldest) setOldest(Math.max(0, turnCount - atOnce))
  }

  useEffect(() => (oldest > 0 ? oneAFrame(() => setOldest(Math.max(0, oldest - atOnce))) : undefined), [oldest])

  return oldest
}
