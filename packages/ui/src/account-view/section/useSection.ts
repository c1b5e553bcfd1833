'use client'
import { type RecordSection, useRecord } from '@lakefront/react'
import { useEffect, useRef } from 'react'
import { useCountdown } from '../../kit/time/useCountdown.ts'
import { useAccountView } from '../AccountViewContext.ts'
import { type SectionProblem, sectionProblem } from './sectionProblem.ts'

export type SectionReading = {
  /** What was read last, also while it is read again. */
  section: RecordSection | undefined
  problem: SectionProblem | undefined
  /** Seconds until it is read again by itself; `undefined` when it is not. */
  secondsLeft: number | undefined
  reading: boolean
  /** When the answer arrived here, by the reader's own clock, in milliseconds. */
  arrivedAt: number
  refresh(): void
}

/** Reads one section by itself, so that each loads, fails and is refreshed alone. */
export function useSection(sectionId: string): SectionReading {
  const { entity, id } = useAccountView()
  const { data, error, isFetching, dataUpdatedAt, refetch } = useRecord({ entity, id, sections: [sectionId] })
  const found = data?.sections.find((section) => section.id === sectionId)
  const problem = sectionProblem(found, error)
  const secondsLeft = useCountdown(problem?.retryAt)
  const triedAfter = useRef<string>(undefined)

  useEffect(() => {
    // Reading a record is free, so it is tried again by itself, once for each time that the gateway names.
    if (secondsLeft !== 0 || !problem?.retryAt || triedAfter.current === problem.retryAt) return
    triedAfter.current = problem.retryAt
    void refetch()
  }, [secondsLeft, problem?.retryAt, refetch])

  return {
    section: found?.status === 'ready' ? found : undefined,
    problem,
    secondsLeft,
    reading: isFetching,
    arrivedAt: dataUpdatedAt,
    refresh: () => void refetch(),
  }
}
