import type { MetricView } from '../../../semantic/port.ts'
import type { Draft } from '../../draft/types.ts'
import type { DimensionUse, Intent, MeasureUse, MemberRef } from '../../intent.ts'
import { entityOf } from '../../read/claims.ts'
import { resolveValues } from '../conditions/resolveValues.ts'
import type { DraftContext } from '../context.ts'
import { resolveDimension } from '../resolveTerms.ts'

/** Settles what the rows of the answer are told apart by. */
export function resolveGroups(
  draft: Draft,
  measures: readonly MeasureUse[],
  memory: Intent | undefined,
  views: readonly MetricView[],
  context: DraftContext,
): DimensionUse[] {
  const groups = draft.groups.map(
    (group): DimensionUse =>
      group.kind === 'grain' ? { kind: 'time', grain: group.grain } : resolveDimension(group.term, views, context),
  )
  const compared = draft.isCompared && !draft.versus ? comparedDimensions(draft, views, memory, context) : []
  const counted =
    measures.some((use) => use.kind === 'records') ||
    (draft.measures.length === 0 && draft.isCounted && measures.length > 0)
  const subjects = counted
    ? []
    : draft.subjects.filter(({ term, isForced }) => isForced || groups.length === 0 || entityOf(term) === undefined)
  const rows = subjects.map(({ term }) => resolveDimension(term, views, context))
  return unique([...compared, ...rows, ...groups])
}

function comparedDimensions(
  draft: Draft,
  views: readonly MetricView[],
  memory: Intent | undefined,
  context: DraftContext,
): DimensionUse[] {
  const values = resolveValues(
    draft.values.filter(({ exclude }) => !exclude),
    views,
    memory ? knownRefs(memory, []) : [],
    context,
  )
  return values
    .filter(({ values: compared, ref }) => compared.length > 1 || hasCondition(memory, ref))
    .map(({ ref }) => ({ kind: 'member', ref }))
}

const hasCondition = (memory: Intent | undefined, ref: MemberRef) =>
  memory?.conditions.some(
    (condition) =>
      condition.kind === 'values' && condition.ref.view === ref.view && condition.ref.member === ref.member,
  ) ?? false

const unique = (uses: readonly DimensionUse[]) =>
  uses.filter((use, index) => uses.findIndex((other) => JSON.stringify(other) === JSON.stringify(use)) === index)

/** Dimensions that are filtered by or shown already. */
export function knownRefs({ conditions }: Intent, dimensions: readonly DimensionUse[]): MemberRef[] {
  const filtered = conditions.flatMap((condition) => (condition.kind === 'values' ? [condition.ref] : []))
  return [...filtered, ...dimensions.flatMap((use) => (use.kind === 'member' ? [use.ref] : []))]
}
