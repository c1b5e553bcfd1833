'use client'
import { useEffect, useState } from 'react'
import { drawOneAFrame } from './oneAFrame.ts'

/** Turns that are in the page at first: the newest, which fills the log, and one to scroll back to. */
const atFirst = 2
/** Turns that follow in one frame, or that a server sends. */
const atOnce = 50

/**
 * Index of the oldest turn that is in the page. A long conversation opens at its newest turns; the older ones follow, some a
 * frame, until all are there to be found.
 *
 * @param onMore - Called right before more come, with no time in between to scroll.
 */
export function useOldest(turnCount: number, fromServer: boolean, onMore: () => void): number {
  const [oldest, setOldest] = useState(() => Math.max(0, turnCount - (fromServer ? atOnce : atFirst)))
  const [known, setKnown] = useState(turnCount)
  // Also a conversation that comes back later comes all at once.
  if (known !== turnCount) {
    setKnown(turnCount)
    if (turnCount - known > atFirst || turnCount < oldest) setOldest(Math.max(0, turnCount - atFirst))
  }

  useEffect(() => {
    if (oldest === 0) return
    return drawOneAFrame(() => {
      onMore()
      setOldest(Math.max(0, oldest - atOnce))
    })
  }, [oldest, onMore])

  return oldest
}
