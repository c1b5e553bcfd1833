import type { Draft } from '../../draft/types.ts'
import type { TimeRange } from '../../intent.ts'

/** The days that the whole question is about; what is left out leaves two sides. */
export function rangesOf({ times }: Pick<Draft, 'times'>): TimeRange[] {
  return times.flatMap(({ ranges, exclude }) => (exclude ? ranges.flatMap(outsideOf) : ranges))
}

function outsideOf({ start, end, label }: TimeRange): TimeRange[] {
  const before = start ? [{ end: start, label: `without ${label}` }] : []
  return [...before, ...(end ? [{ start: end, label: `without ${label}` }] : [])]
}
