import { keyIn } from '../../../federation/plan/reach/routes.ts'
import type { Measure, MetricView, SemanticModel } from '../../../semantic/port.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import type { Draft } from '../../draft/types.ts'
import { type Condition, type DimensionUse, emptyIntent, type Intent, type MeasureUse } from '../../intent.ts'
import { textOf } from '../../read/tokens.ts'
import { attributeConditions, recordConditions } from '../conditions/resolveConditions.ts'
import { rangesOf } from '../conditions/resolveTimes.ts'
import { resolveValues } from '../conditions/resolveValues.ts'
import type { DraftContext } from '../context.ts'
import { amountBeside, countOf, labelOf, type RecordCount } from '../measures/recordCount.ts'

const mostColumns = 7

/** `list open cases`, `contacts at Akron Pumps`, `deals over 50k`: the rows that a count counts, instead of their number. */
export function listRows(draft: Draft, measures: readonly MeasureUse[], context: DraftContext): Intent | undefined {
  const [measure, ...others] = measures
  if (others.length > 0 || measure?.kind !== 'measure' || !isListable(draft)) return undefined
  const view = context.model.views.get(measure.ref.view)!
  const count = countOf(view, measure.ref.member)
  const label = count && labelOf(view, count, context.model)
  if (!count || !label || !asksForRows(draft, context)) return undefined
  const amount = amountBeside(view, count)
  if (draft.comparisons.length > 0 && !amount) throw noAmount(draft, count.measure, context)
  const base = {
    ...emptyIntent,
    conditions: conditionsOf(draft, view, count, context),
    ranges: rangesOf(draft),
    limit: draft.limit,
    countRows: draft.isCounted,
  }
  const title = nounOf(count.measure)
  const isWhole = amount === undefined || (draft.comparisons.length === 0 && count.isOfRows)
  return isWhole
    ? listOf({ ...base, list: { view: view.name, title } }, draft, view, context.model)
    : ranking({ ...base, rowsTitle: title }, draft, { view, label, amount: amount!, model: context.model })
}

function isListable({ groups, subjects, ratios, growth, versus, related, verbs, share }: Draft): boolean {
  const isPlain = groups.length === 0 && subjects.length === 0 && ratios.length === 0 && related.length === 0
  return isPlain && verbs.length === 0 && !growth && !versus && !share
}

/** Asked to list, about one record, or with an amount that no number of records is meant by. */
function asksForRows(draft: Draft, { model }: DraftContext): boolean {
  if (draft.comparisons.some(({ isMoney, isPercent }) => isMoney && !isPercent)) return true
  if (draft.isListed || draft.order?.isRecent) return true
  if (draft.isCounted || draft.comparisons.length > 0) return false
  const labels = [...model.entities.values()].map(({ view, label }) => `${view}.${label}`)
  const names = draft.values.filter(({ claim }) =>
    claim.found.every(({ ref }) => labels.includes(`${ref.view}.${ref.member}`) || /parent/i.test(ref.member)),
  )
  return names.length === 1 && draft.values.length === 1 && draft.times.length === 0
}

function noAmount({ comparisons }: Draft, { displayName }: Measure, { question, tokens }: DraftContext) {
  const word = textOf(question, tokens, 0, tokens.length)
  return askAgain([], `${displayName} has no amount that could be ${comparisons[0]!.comparison.operator} that.`, [
    { label: displayName, question: word },
  ])
}

function conditionsOf(draft: Draft, view: MetricView, count: RecordCount, context: DraftContext): Condition[] {
  const rows: Condition[] = count.filter
    ? [{ kind: 'rows', ref: { view: view.name, member: count.measure.name }, exclude: false }]
    : []
  return [
    ...recordConditions(draft, context),
    ...resolveValues(draft.values, [view], [], context),
    ...attributeConditions(draft, [view], context),
    ...rows,
  ]
}

/** `Number of contacts` counts contacts. */
function nounOf({ displayName }: Measure): string {
  const noun = displayName.replace(/^(number|count) of /i, '')
  return noun.charAt(0).toUpperCase() + noun.slice(1)
}

/** Newest first: what happened last is what people look for. */
function listOf(base: Intent, draft: Draft, view: MetricView, model: SemanticModel): Intent {
  const dimensions = shownDimensions(view, model)
  const time = dimensions.findIndex((use) => use.kind === 'member' && use.ref.member === view.timeDimension)
  return {
    ...base,
    dimensions,
    ...(time >= 0 && { order: { by: 'dimension', index: time, descending: isNewestFirst(draft) } }),
  }
}

type Ranking = { view: MetricView; label: DimensionUse; amount: Measure; model: SemanticModel }

/** Records with their amounts; those that a fact table counts are told apart there. */
function ranking(base: Intent, draft: Draft, { view, label, amount, model }: Ranking): Intent {
  const measure: MeasureUse = { kind: 'measure', ref: { view: view.name, member: amount.name } }
  const owner = [...model.entities.values()].find(
    (entity) => entity.view !== view.name && keyIn(view, entity) !== undefined,
  )
  const date: DimensionUse[] = view.timeDimension
    ? [{ kind: 'member', ref: { view: view.name, member: view.timeDimension }, grain: 'day' }]
    : []
  return {
    ...base,
    measures: [measure],
    dimensions: [label, ...(owner ? [{ kind: 'entity' as const, entity: owner.name }] : []), ...date],
    having: draft.comparisons.map(({ comparison }) => ({ measure, comparison })),
    order:
      draft.comparisons.length > 0 || date.length === 0
        ? { by: 'measure', measure, descending: true }
        : { by: 'dimension', index: owner ? 2 : 1, descending: isNewestFirst(draft) },
  }
}

const isNewestFirst = ({ order }: Draft) => !order?.isRecent || order.descending

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
