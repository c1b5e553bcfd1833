'use client'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ResultRows } from '../results/types.ts'
import { createArranger } from './createArranger.ts'
import type { JobSettings } from './engine/jobs.ts'
import type { ArrangedRows, Arrangement } from './types.ts'
import { viewArrangement } from './viewArrangement.ts'

export type UseArrangedRowsOptions = JobSettings

/**
 * The rows of a result sorted, filtered, grouped, added up and searched. The result itself stays as it is.
 *
 * Large results are worked on in a worker, small ones at once. While rows arrive, lines that are on screen do not move:
 * rows that come later follow at the end, and the last of them puts all in order.
 *
 * @param options.locale - Decides the order of texts and how numbers and dates are looked for.
 * @param options.timeZone - In which moments are read; the machine's own when left out.
 */
export function useArrangedRows(
  rows: ResultRows,
  arrangement: Arrangement,
  { locale, timeZone }: UseArrangedRowsOptions,
): ArrangedRows {
  const [arranger] = useState(createArranger)
  const state = useSyncExternalStore(arranger.subscribe, arranger.getSnapshot, arranger.getSnapshot)
  const wanted = useMemo(
    () => ({ rows, arrangement, settings: { locale, timeZone } }),
    [rows, arrangement, locale, timeZone],
  )
  useEffect(() => arranger.want(wanted), [arranger, wanted])

  return useMemo(() => {
    const view = viewArrangement(wanted, state)
    return {
      ...view,
      toggleGroup: arranger.toggleGroup,
      setAllGroups: arranger.setAllGroups,
      columnValues: arranger.columnValues,
    }
  }, [arranger, wanted, state])
}
