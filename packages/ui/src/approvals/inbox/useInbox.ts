'use client'
import { useApprovals } from '@lakefront/react/governance'
import { useState } from 'react'
import { useSettled } from '../../kit/time/useSettled.ts'
import { noFilters, toOptions } from './filters.ts'
import type { Which } from './Tabs.tsx'

/** What of the requests is looked at, and their reading. */
export function useInbox() {
  const [which, setWhich] = useState<Which>('open')
  const [filters, setFilters] = useState(noFilters)
  const search = useSettled(filters.search)
  const options = toOptions({ ...filters, search })
  const everything = useApprovals({ which })
  const found = useApprovals({ which, ...options })
  return { which, setWhich, filters, setFilters, options, everything, found }
}
