import { movedDay, toDay } from '../../../federation/plan/periods.ts'
import type { Draft } from '../../draft/types.ts'
import type { Change, DimensionUse, Grain, TimeRange } from '../../intent.ts'
import { startOf } from '../../read/timePeriods.ts'

export type ResolvedChange = { change: Change; ranges: readonly TimeRange[]; note?: string | undefined }

/** Settles which two periods are held against each other. */
export function resolveChange(
  draft: Pick<Draft, 'growth' | 'versus'>,
  ranges: readonly TimeRange[],
  dimensions: readonly DimensionUse[],
  now: Date,
): ResolvedChange | undefined {
  const { growth, versus } = draft
  if (!growth && !versus) return undefined
  const show = growth ? 'growth' : 'versus'
  const series = dimensions.flatMap((use) => (use.kind === 'time' ? [use.grain] : []))[0]
  const against: Grain = growth?.against ?? versus?.unit ?? (series && series !== 'day' ? series : 'year')
  if (versus && !versus.isRelative && ranges.length > 0) return named(ranges, versus.ranges, against, show)
  if (series && !versus) return { change: { against, show }, ranges }
  const base = ranges.length > 0 ? ranges : [toDate(against, now)]
  const capped = base.map((range) => untilToday(range, now))
  const isCapped = JSON.stringify(capped) !== JSON.stringify(base)
  const note =
    isCapped || ranges.length === 0
      ? 'A period that is not over is held against the same days of the one before.'
      : undefined
  return { change: { against, show }, ranges: capped, note }
}

/** `2025 vs 2024`: the later one is the current one. */
function named(
  ranges: readonly TimeRange[],
  others: readonly TimeRange[],
  against: Grain,
  show: Change['show'],
): ResolvedChange {
  const isOrdered = (ranges[0]?.start ?? '') >= (others[0]?.start ?? '')
  const [current, previous] = isOrdered ? [ranges, others] : [others, ranges]
  return { change: { against, previous, show }, ranges: current }
}

function toDate(unit: Grain, now: Date): TimeRange {
  const today = toDay(now)
  return { start: startOf(unit, today), end: movedDay(today, 'day', 1), label: `this ${unit} to date` }
}

function untilToday(range: TimeRange, now: Date): TimeRange {
  const tomorrow = movedDay(toDay(now), 'day', 1)
  const isRunning = range.end !== undefined && range.end > tomorrow && (range.start ?? '') < tomorrow
  return isRunning ? { ...range, end: tomorrow, label: `${range.label} to date` } : range
}
