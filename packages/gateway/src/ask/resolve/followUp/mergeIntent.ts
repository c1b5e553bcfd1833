import type { Draft } from '../../draft/types.ts'
import { type Condition, type Intent, sameMeasure, sameRef } from '../../intent.ts'

/** What a follow-up makes of the question before it: what it names is replaced, what it leaves out stays. */
export function mergeIntent(before: Intent, addition: Intent, draft: Draft): Intent {
  const isMeasured = addition.measures.length > 0
  const measures = isMeasured ? mergedMeasures(before, addition, draft) : before.measures
  const dimensions = mergedDimensions(before, addition, draft)
  const isShown = (measure: Intent['measures'][number]) => measures.some((other) => sameMeasure(measure, other))
  const order =
    addition.order ?? (before.order?.by === 'measure' && !isShown(before.order.measure) ? undefined : before.order)
  return {
    ...before,
    measures,
    dimensions,
    conditions: mergedConditions(before.conditions, addition.conditions, draft),
    ranges: draft.times.length > 0 ? addition.ranges : before.ranges,
    having: [
      ...before.having.filter(
        ({ measure }) => isShown(measure) && !addition.having.some((other) => sameMeasure(other.measure, measure)),
      ),
      ...addition.having,
    ],
    order: addition.dimensions.length > 0 && !addition.order && isOrderLost(before, dimensions) ? undefined : order,
    limit: addition.limit ?? (addition.dimensions.length > 0 ? undefined : before.limit),
    share:
      addition.share ||
      (before.share && !isMeasured && addition.dimensions.length === 0 && addition.having.length === 0),
    change: addition.dimensions.length > 0 || draft.times.length > 0 ? undefined : before.change,
    list: measures.length > 0 ? undefined : (addition.list ?? before.list),
    rowsTitle: addition.measures.length > 0 || addition.dimensions.length > 0 ? addition.rowsTitle : before.rowsTitle,
    countRows: addition.countRows,
    includeEmpty: addition.includeEmpty || before.includeEmpty,
    notes: addition.notes,
  }
}

/** Whether rows that are grouped anew can no longer be sorted as before: time runs forward unless asked otherwise. */
function isOrderLost(before: Intent, dimensions: Intent['dimensions']): boolean {
  const isTime = (use: Intent['dimensions'][number]) => use.kind === 'time' || (use.kind === 'member' && use.grain)
  return before.order?.by === 'dimension' || dimensions.some(isTime)
}

function mergedMeasures(before: Intent, addition: Intent, { isAdded, measures, ratios }: Draft): Intent['measures'] {
  const keepsBefore = isAdded && measures.length > 0 && ratios.length === 0
  if (!keepsBefore) return addition.measures
  return [
    ...before.measures,
    ...addition.measures.filter((use) => !before.measures.some((other) => sameMeasure(use, other))),
  ]
}

function mergedDimensions(before: Intent, addition: Intent, draft: Draft): Intent['dimensions'] {
  if (addition.dimensions.length === 0) return before.dimensions
  const keepsBefore = draft.isAdded && draft.groups.length > 0
  if (!keepsBefore) return addition.dimensions
  const known = before.dimensions.map((use) => JSON.stringify(use))
  return [...before.dimensions, ...addition.dimensions.filter((use) => !known.includes(JSON.stringify(use)))]
}

function mergedConditions(
  before: readonly Condition[],
  added: readonly Condition[],
  { isCompared, isAdded }: Draft,
): Condition[] {
  const kept = before.filter(
    (condition) => isCompared || isAdded || !added.some((other) => isReplaced(condition, other)),
  )
  if (!isCompared && !isAdded) return [...kept, ...added]
  const joined = kept.map((condition) => added.reduce(withValuesOf, condition))
  return [...joined, ...added.filter((other) => !kept.some((condition) => joins(condition, other)))]
}

function isReplaced(condition: Condition, other: Condition): boolean {
  if (condition.kind !== other.kind) return false
  if (condition.kind === 'values' && other.kind === 'values') return sameRef(condition.ref, other.ref)
  if (condition.kind === 'compare' && other.kind === 'compare') return sameRef(condition.ref, other.ref)
  if (condition.kind === 'time' && other.kind === 'time') return sameRef(condition.ref, other.ref)
  return condition.kind === 'record'
}

function joins(condition: Condition, other: Condition): boolean {
  return (
    condition.kind === 'values' &&
    other.kind === 'values' &&
    sameRef(condition.ref, other.ref) &&
    condition.exclude === other.exclude
  )
}

function withValuesOf(condition: Condition, other: Condition): Condition {
  if (!joins(condition, other) || condition.kind !== 'values' || other.kind !== 'values') return condition
  return { ...condition, values: [...new Set([...condition.values, ...other.values])] }
}
