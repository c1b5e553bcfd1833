import type { AuditChain } from '@lakefront/react'

/** What several readings of one chain say together: the newest length, and the first link that is broken in any. */
export function chainOf(readings: readonly AuditChain[]): AuditChain | undefined {
  const [newest] = readings
  if (!newest) return undefined
  const broken = readings.flatMap(({ firstBroken }) => firstBroken ?? [])
  const [firstBroken = null] = broken.toSorted((left, right) => left.sequence - right.sequence)
  return { ...newest, isWhole: readings.every(({ isWhole }) => isWhole), firstBroken }
}
