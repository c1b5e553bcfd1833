'use client'
import { useSyncExternalStore } from 'react'

const neverChanges = () => () => {}

/** Whether this is drawn on a server, or taken over from one. */
export function useFromServer(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  )
}
