'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { useCallback, useEffect, useState } from 'react'
import { type InboxItem, keepItems, replaceItem } from './items.ts'

const none: readonly ApprovalRequest[] = []

/**
 * The places of the list.
 *
 * @param keeps - Whether what has left the list stays where it was.
 */
export function useInboxItems(requests: readonly ApprovalRequest[] | undefined, keeps: boolean) {
  const [kept, setKept] = useState<readonly InboxItem[]>([])
  const listed = requests ?? none
  const items = keepItems(keeps ? kept : [], listed)
  useEffect(() => {
    if (keeps) setKept((before) => keepItems(before, listed))
  }, [keeps, listed])

  const replace = useCallback(
    (previous: ApprovalRequest, request: ApprovalRequest) =>
      setKept((before) => replaceItem(before, previous, request)),
    [],
  )
  const hideEnded = () => setKept((before) => before.filter(({ hasLeft }) => !hasLeft))
  return { items, replace, hideEnded }
}
