import { keyIn } from '../../federation/plan/routes.ts'
import type { MetricView, SemanticModel } from '../../semantic/port.ts'
import type { Draft } from '../draft/draft.ts'
import { type Condition, type DimensionUse, emptyIntent, type Intent, type MeasureUse } from '../intent.ts'
import type { DraftContext } from './resolveDraft.ts'
import { resolveValues } from './resolveValues.ts'

const mostColumns = 7

/** `list open cases`: the rows that a count counts, instead of their number. */
export function listRows(draft: Draft, measures: readonly MeasureUse[], context: DraftContext): Intent | undefined {
  const [measure, ...others] = measures
  if (!draft.isListed || others.length > 0 || measure?.kind !== 'measure') return undefined
  if (draft.groups.length > 0 || draft.subjects.length > 0 || draft.comparisons.length > 0) return undefined
  const view = context.model.views.get(measure.ref.view)!
  const { expression, displayName } = view.measures.find(({ name }) => name === measure.ref.member)!
  if (!/^\s*count\s*\(\s*(\*|1)\s*\)/i.test(expression)) return undefined
  const isFiltered = /\bfilter\s*\(/i.test(expression)
  const rows: Condition[] = isFiltered ? [{ kind: 'rows', ref: measure.ref, exclude: false }] : []
  const dimensions = shownDimensions(view, context.model)
  const time = dimensions.findIndex((use) => use.kind === 'member' && use.ref.member === view.timeDimension)
  return {
    ...emptyIntent,
    list: { view: view.name, title: displayName },
    dimensions,
    conditions: [...resolveValues(draft.values, [view], [], context), ...rows],
    ranges: draft.times.flatMap(({ ranges }) => ranges),
    limit: draft.limit,
    ...(time >= 0 && { order: { by: 'dimension', index: time, descending: true } }),
  }
}

/** Whose row it is, and what tells rows apart; identifiers and long texts are for the record itself. */
function shownDimensions(view: MetricView, model: SemanticModel): DimensionUse[] {
  const entities = [...model.entities.values()].filter((entity) => keyIn(view, entity) !== undefined)
  const keys = new Set(
    entities.flatMap((entity) => [keyIn(view, entity), ...(entity.view === view.name ? [entity.label] : [])]),
  )
  const members = view.dimensions.filter(({ name }) => !keys.has(name) && !/(^|_)id$/i.test(name))
  return [
    ...entities.map(({ name }): DimensionUse => ({ kind: 'entity', entity: name })),
    ...members.slice(0, mostColumns - entities.length).map(({ name, type }): DimensionUse => {
      const isDate = type === 'date' || type === 'timestamp'
      return { kind: 'member', ref: { view: view.name, member: name }, ...(isDate && { grain: 'day' as const }) }
    }),
  ]
}
