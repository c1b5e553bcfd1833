'use client'
import { type ApprovalsOptions, useApprovals } from '@lakefront/react/governance'
import { type Dispatch, type SetStateAction, useState } from 'react'
import { useSettled } from '../../kit/time/useSettled.ts'
import { type InboxFilters, noFilters, toOptions } from './filters.ts'
import type { Which } from './Tabs.tsx'

/** What of the requests is looked at, and their reading. */
export type InboxReading = {
  which: Which
  setWhich: Dispatch<SetStateAction<Which>>
  filters: InboxFilters
  setFilters: Dispatch<SetStateAction<InboxFilters>>
  options: ApprovalsOptions
  everything: ReturnType<typeof useApprovals>
  /** Of everything, what fits the filters. */
  found: ReturnType<typeof useApprovals>
}

export function useInbox(): InboxReading {
  const [which, setWhich] = useState<Which>('open')
  const [filters, setFilters] = useState(noFilters)
  const search = useSettled(filters.search)
  const options = toOptions({ ...filters, search })
  const everything = useApprovals({ which })
  const found = useApprovals({ which, ...options })
  return { which, setWhich, filters, setFilters, options, everything, found }
}
