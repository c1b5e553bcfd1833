'use client'
import type { ResultPage } from '@lakefront/contract'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { sharedResultRows } from '../results/resultRowsRegistry.ts'
import type { ResultRows } from '../results/types.ts'
import { useClient, useMaxResultBytes } from './useClient.ts'

const noRows: ResultRows = {
  columns: [],
  rowCount: 0,
  totalRowCount: null,
  status: 'idle',
  reconnecting: false,
  truncated: false,
  bytesReceived: 0,
  held: 'all',
  isHeld: () => false,
  look: () => {},
  getCell: () => null,
  batchCount: 0,
  batchAt: () => undefined,
  stop: () => {},
  resume: () => {},
  version: 0,
}

/**
 * Rows of a result by index, as they arrive: the first page at once, the rest streamed while somebody reads. Components
 * that read the same result share one stream; it is dropped with the last of them.
 */
export function useResultRows(result: ResultPage | undefined): ResultRows {
  const client = useClient()
  const maxBytes = useMaxResultBytes()
  const handle = result?.handle
  // biome-ignore lint/correctness/useExhaustiveDependencies: an equal page in a new object is the same result
  const shared = useMemo(() => result && sharedResultRows({ client, result, maxBytes }), [client, handle])

  const subscribe = useCallback(
    (listener: () => void) => {
      if (!shared) return () => {}
      const letGo = shared.hold()
      const unsubscribe = shared.store.subscribe(listener)
      shared.store.start()
      return () => {
        unsubscribe()
        letGo()
      }
    },
    [shared],
  )
  const read = () => shared?.store.getSnapshot() ?? noRows
  return useSyncExternalStore(subscribe, read, read)
}
