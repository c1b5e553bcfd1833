import type { ResultRows } from '@lakefront/react'

/** Whether there is nothing to show of a result although it may have had rows: it is gone, or could not be reached. */
export function endedWithoutRows({ rowCount, status }: ResultRows): boolean {
  return rowCount === 0 && (status === 'expired' || status === 'cut' || status === 'failed')
}
