'use client'
import { type Cost, type Turn, useResultRows } from '@lakefront/react'

/** What is known of a turn's cost by now. Of rows that stream on after the answer, it is known with the last one. */
export function useKnownCost({ cost, result }: Pick<Turn, 'cost' | 'result'>): Cost | undefined {
  const { cost: atEnd } = useResultRows(result)
  return cost && { ...cost, actual: cost.actual ?? atEnd ?? null }
}
