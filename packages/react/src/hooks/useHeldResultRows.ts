'use client'
import type { ResultPage } from '@lakefront/contract'
import { useEffect } from 'react'
import { holdResultRows } from '../results/resultRowsRegistry.ts'
import { useClient } from './useClient.ts'

/**
 * Keeps the rows of a result where the last who read them has gone for a while, such as a table that was scrolled far out
 * of sight: when it is back, they are still there. Reads nothing itself.
 */
export function useHeldResultRows(result: ResultPage | undefined): void {
  const client = useClient()
  const handle = result?.handle
  useEffect(() => (handle === undefined ? undefined : holdResultRows(client, handle)), [client, handle])
}
