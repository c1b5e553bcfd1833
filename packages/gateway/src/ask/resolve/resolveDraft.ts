import type { QuestionContext } from '@lakefront/contract'
import { dimensionOf, measureOf } from '../../federation/plan/outputs.ts'
import { distanceOf, knowsEntity } from '../../federation/plan/reach.ts'
import type { MetricView } from '../../semantic/port.ts'
import { askAgain } from '../clarify/AskBack.ts'
import { missingMeasure } from '../clarify/clarify.ts'
import type { Draft } from '../draft/draft.ts'
import {
  type Comparison,
  type Condition,
  type DimensionUse,
  emptyIntent,
  type Having,
  type Intent,
  type MeasureUse,
  type MemberRef,
  type Order,
  sameMeasure,
  type TimeRange,
} from '../intent.ts'
import { dimensionsOf, entityOf, measuresOf } from '../read/claims.ts'
import { hundredth } from '../read/comparisons.ts'
import { textOf } from '../read/tokens.ts'
import { listRows } from './listRows.ts'
import { mergeIntent } from './mergeIntent.ts'
import { resolveChange } from './resolveChange.ts'
import { resolveRelated } from './resolveRelated.ts'
import { type ResolveContext, ratioOf, resolveDimension, resolveMeasure } from './resolveTerms.ts'
import { resolveValues } from './resolveValues.ts'

export type DraftContext = ResolveContext & {
  memory: Intent | undefined
  record: QuestionContext | undefined
  now: Date
}

/** Settles what every part of a draft means, in the light of the model and of the question before. */
export function resolveDraft(draft: Draft, context: DraftContext): Intent {
  const memory = isElliptical(draft, context) ? context.memory : undefined
  const notes: string[] = []
  const own = resolveMeasures(draft, context, notes)
  const listed = listRows(draft, own, context)
  if (listed) return listed
  const before = memory ?? emptyIntent
  const measures = own.length > 0 ? own : before.measures
  const rows = measures.length > 0 ? undefined : listedView(draft, before, context)
  const views = viewsOf(measures, rows, context)
  const isRanked = draft.limit !== undefined && measures.length === 0 && draft.subjects.some(({ isForced }) => isForced)
  if (views.length === 0 || isRanked) throw missingMeasure(draft, context)
  const dimensions = resolveGroups(draft, measures, memory, views, context)
  const values = resolveValues(draft.values, views, knownRefs(before, dimensions), context)
  const conditions = [
    ...recordConditions(draft, context),
    ...values,
    ...attributeConditions(draft, views, context),
    ...resolveRelated(draft, views, measures, context),
  ]
  const having = resolveHaving(draft, measures, context)
  const order = resolveOrder(draft, measures, dimensions, context)
  const addition: Intent = {
    ...emptyIntent,
    measures: withOrdering(own, order, having, before),
    dimensions,
    conditions: conditions,
    ranges: conditions.some(({ kind }) => kind === 'related') && measures.length === 0 ? [] : rangesOf(draft),
    having,
    order,
    limit: draft.limit,
    share: draft.share,
    ...(rows && { list: { view: rows.name, isDistinct: !dimensions.some(({ kind }) => kind === 'entity') } }),
    countRows: countsRows(draft, measures, own, rows),
    includeEmpty: draft.includeEmpty,
    notes,
  }
  return finish(memory ? mergeIntent(memory, addition, draft) : addition, draft, context)
}

/** Whether a question only makes sense after the one before it. */
function isElliptical(draft: Draft, { memory }: Pick<DraftContext, 'memory'>): boolean {
  if (!memory) return false
  const hasOwn = draft.measures.length > 0 || draft.order?.term !== undefined
  if (draft.isContinued || draft.isAdded) return true
  if (draft.refersTo && draft.refersTo.entity === undefined && draft.measures.length === 0) return true
  const sortsOnly = draft.measures.length === 0 && draft.subjects.length === 0
  return sortsOnly || (!hasOwn && draft.subjects.length === 0)
}

function resolveMeasures(draft: Draft, context: DraftContext, notes: string[]): MeasureUse[] {
  const fits = (view: MetricView) => countFitting(draft, view, context)
  const named = draft.measures.map(
    ({ term }): MeasureUse => ({ kind: 'measure', ref: resolveMeasure(term, fits, context, notes) }),
  )
  const uses = named.filter((use, index) => named.findIndex((other) => sameMeasure(use, other)) === index)
  const ratios = draft.ratios.reduce(
    (all, { under }) => ratioOf(all, resolveMeasure(under, fits, context, notes)),
    uses,
  )
  if (ratios.length > 0) return ratios
  if (
    draft.order?.term &&
    measuresOf(draft.order.term).length > 0 &&
    (draft.subjects.length > 0 || draft.groups.length > 0)
  ) {
    return [{ kind: 'measure', ref: resolveMeasure(draft.order.term, fits, context, notes) }]
  }
  return countedMeasure(draft, context, fits, notes)
}

/** `how many accounts`: a measure that counts them, or the records themselves. */
function countedMeasure(
  draft: Draft,
  context: DraftContext,
  fits: (view: MetricView) => number,
  notes: string[],
): MeasureUse[] {
  const [subject] = draft.subjects
  const isBare = draft.comparisons.length === 0 && draft.related.length === 0
  const entity = subject && entityOf(subject.term)
  if (!subject || !isBare || subject.isForced) return []
  const isCounting = draft.isCounted || (draft.groups.length > 0 && entity !== undefined)
  if (!isCounting) return []
  if (measuresOf(subject.term).length > 0)
    return [{ kind: 'measure', ref: resolveMeasure(subject.term, fits, context, notes) }]
  return entity ? [{ kind: 'records', entity }] : []
}

/** How much of the rest of a question a view can answer. */
function countFitting(draft: Draft, view: MetricView, { model }: DraftContext): number {
  const groups = draft.groups.flatMap((group) => (group.kind === 'term' ? [group.term] : []))
  const terms = [...groups, ...draft.subjects.map(({ term }) => term)]
  const fitsTerm = terms.filter((term) => {
    const entity = entityOf(term)
    const isEntity = entity !== undefined && knowsEntity(view, model.entities.get(entity)!)
    return isEntity || dimensionsOf(term).some((ref) => distanceOf(ref, view, model) !== undefined)
  })
  const fitsValue = draft.values.filter(({ claim, bound }) =>
    (bound ?? claim.found.map(({ ref }) => ref)).some((ref) => distanceOf(ref, view, model) !== undefined),
  )
  return fitsTerm.length + fitsValue.length
}

/** The view whose rows are listed when nothing is measured. */
function listedView(draft: Draft, before: Intent, { model }: DraftContext): MetricView | undefined {
  const [subject] = draft.subjects
  if (subject) {
    const entity = entityOf(subject.term)
    const view = entity === undefined ? dimensionsOf(subject.term)[0]?.view : model.entities.get(entity)!.view
    return view === undefined ? undefined : model.views.get(view)
  }
  return before.list && model.views.get(before.list.view)
}

function viewsOf(measures: readonly MeasureUse[], rows: MetricView | undefined, { model }: DraftContext): MetricView[] {
  if (rows) return [rows]
  const names = measures.flatMap((use) => {
    if (use.kind === 'records') return [model.entities.get(use.entity)!.view]
    return use.kind === 'measure' ? [use.ref.view] : [use.over.view, use.under.view]
  })
  return [...new Set(names)].map((name) => model.views.get(name)!)
}

function resolveGroups(
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

function knownRefs({ conditions }: Intent, dimensions: readonly DimensionUse[]): MemberRef[] {
  const filtered = conditions.flatMap((condition) => (condition.kind === 'values' ? [condition.ref] : []))
  return [...filtered, ...dimensions.flatMap((use) => (use.kind === 'member' ? [use.ref] : []))]
}

function recordConditions(draft: Draft, { record, model }: DraftContext): Condition[] {
  if (!draft.refersTo || !record) return []
  const { entity } = draft.refersTo
  if ((entity !== undefined && entity !== record.entity) || !model.entities.has(record.entity)) return []
  return [{ kind: 'record', entity: record.entity, id: record.id, label: record.label ?? record.id }]
}

function attributeConditions(draft: Draft, views: readonly MetricView[], context: DraftContext): Condition[] {
  const times = draft.attributeTimes.map(({ term, ranges, exclude }): Condition => {
    const use = resolveDimension(term, views, context)
    if (use.kind !== 'member') throw notADate(term, context)
    return { kind: 'time', ref: use.ref, ranges, exclude }
  })
  const numbers = draft.comparisons.flatMap(({ attribute, comparison }): Condition[] => {
    if (!attribute) return []
    const use = resolveDimension(attribute, views, context)
    const type = use.kind === 'member' ? dimensionOf(use.ref, context.model).type : undefined
    if (use.kind !== 'member' || !['integer', 'decimal', 'float'].includes(type ?? 'integer')) return []
    return [{ kind: 'compare', ref: use.ref, comparison }]
  })
  return [...times, ...numbers]
}

function notADate(term: { from: number; to: number }, { question, tokens }: DraftContext) {
  const word = textOf(question, tokens, term.from, term.to)
  return askAgain([word], `"${word}" is not a date.`, [])
}

function resolveHaving(draft: Draft, measures: readonly MeasureUse[], context: DraftContext): Having[] {
  const compared = draft.comparisons.flatMap(({ measure: term, attribute, comparison, isPercent }): Having[] => {
    if (attribute) return []
    const measure = term ? measures.find((use) => isReadingOf(use, term)) : measures.at(-1)
    if (!measure) throw missingMeasure(draft, context)
    return [percentHaving({ measure, comparison }, isPercent, context)]
  })
  const positive = draft.measures.flatMap(({ term, isPositive }): Having[] => {
    const measure = isPositive ? measures.find((use) => isReadingOf(use, term)) : undefined
    const isCount = measure?.kind === 'measure' && measureOf(measure.ref, context.model).type === 'integer'
    return measure && isCount ? [{ measure, comparison: { operator: '>', value: '0' } }] : []
  })
  return [...compared, ...positive]
}

function isReadingOf(use: MeasureUse, term: { entries: readonly { kind: string; ref?: MemberRef }[] }): boolean {
  const ref = use.kind === 'measure' ? use.ref : use.kind === 'ratio' ? use.over : undefined
  return (
    ref !== undefined &&
    term.entries.some(
      (entry) => entry.kind === 'measure' && entry.ref?.view === ref.view && entry.ref.member === ref.member,
    )
  )
}

/** `margin over 30 %` compares the percentage that goes with the margin, where the model has one. */
function percentHaving(having: Having, isPercent: boolean, { model }: DraftContext): Having {
  const { measure, comparison } = having
  if (measure.kind !== 'measure') return having
  const { format, displayName } = measureOf(measure.ref, model)
  if (format.unit === 'percent') return isPercent ? having : { measure, comparison: inHundredths(comparison) }
  if (!isPercent) return having
  const sibling = model.views
    .get(measure.ref.view)!
    .measures.find(
      (other) =>
        other.format.unit === 'percent' && other.displayName.toLowerCase().startsWith(displayName.toLowerCase()),
    )
  if (!sibling) throw askAgain([displayName], `${displayName} is not a percentage.`, [])
  return { measure: { kind: 'measure', ref: { view: measure.ref.view, member: sibling.name } }, comparison }
}

/** `win rate over 30` means 30 %, `win rate over 0.3` too. */
function inHundredths(comparison: Comparison): Comparison {
  const scale = (value: string) => (Math.abs(Number(value)) > 1 ? hundredth(value) : value)
  if (comparison.operator !== 'between') return { ...comparison, value: scale(comparison.value) }
  return { ...comparison, value: scale(comparison.value), upTo: scale(comparison.upTo) }
}

function resolveOrder(
  draft: Draft,
  measures: readonly MeasureUse[],
  dimensions: readonly DimensionUse[],
  context: DraftContext,
): Order | undefined {
  const { order } = draft
  if (!order) return undefined
  if (order.isAlphabetical) return { by: 'dimension', index: 0, descending: order.descending }
  const { term } = order
  if (!term)
    return measures[0]
      ? { by: 'measure', measure: measures[0], descending: order.descending }
      : { by: 'dimension', index: 0, descending: order.descending }
  const known = measures.find((use) => isReadingOf(use, term))
  if (known) return { by: 'measure', measure: known, descending: order.descending }
  if (measuresOf(term).length > 0) {
    const fits = (view: MetricView) => countFitting(draft, view, context)
    return {
      by: 'measure',
      measure: { kind: 'measure', ref: resolveMeasure(term, fits, context, []) },
      descending: order.descending,
    }
  }
  const wanted = JSON.stringify(resolveDimension(term, viewsOf(measures, undefined, context), context))
  const index = dimensions.findIndex((use) => JSON.stringify(use) === wanted)
  return { by: 'dimension', index: Math.max(index, 0), descending: false }
}

/** Figures that rows are compared or ordered by are shown too. */
function withOrdering(
  own: readonly MeasureUse[],
  order: Order | undefined,
  having: readonly Having[],
  before: Intent,
): MeasureUse[] {
  const extra = [...(order?.by === 'measure' ? [order.measure] : []), ...having.map(({ measure }) => measure)]
  const base = own.length > 0 ? own : before.measures
  const missing = extra.filter(
    (use, index) =>
      !base.some((other) => sameMeasure(use, other)) && extra.findIndex((other) => sameMeasure(use, other)) === index,
  )
  if (own.length === 0 && missing.length === 0) return []
  return [...base, ...missing]
}

function rangesOf({ times }: Draft): TimeRange[] {
  return times.flatMap(({ ranges, exclude }) => (exclude ? ranges.flatMap(outsideOf) : ranges))
}

function outsideOf({ start, end, label }: TimeRange): TimeRange[] {
  const before = start ? [{ end: start, label: `without ${label}` }] : []
  return [...before, ...(end ? [{ start: end, label: `without ${label}` }] : [])]
}

function countsRows(
  draft: Draft,
  measures: readonly MeasureUse[],
  own: readonly MeasureUse[],
  rows: MetricView | undefined,
): boolean {
  if (!draft.isCounted) return false
  if (rows) return true
  const subject = draft.subjects[0]
  return subject !== undefined && draft.measures.length > 0 && own.length > 0 && measures.length > 0
}

function finish(intent: Intent, draft: Draft, { now, model }: DraftContext): Intent {
  const resolved = resolveChange(draft, intent.ranges, intent.dimensions, now)
  const changed = resolved
    ? {
        ...intent,
        change: resolved.change,
        ranges: resolved.ranges,
        notes: resolved.note ? [...intent.notes, resolved.note] : intent.notes,
      }
    : intent
  return { ...changed, share: changed.share || ranksOneTotal(changed, model) }
}

/** A ranking by one sum over one dimension says more with each row's part of the whole. */
function ranksOneTotal(
  { measures, dimensions, having, change, countRows, list }: Intent,
  model: DraftContext['model'],
): boolean {
  const [measure] = measures
  const [dimension] = dimensions
  if (measures.length !== 1 || dimensions.length !== 1 || having.length > 0 || change || countRows || list) return false
  if (measure?.kind !== 'measure' || !dimension || dimension.kind === 'time') return false
  if (dimension.kind === 'member' && dimension.grain) return false
  return isSum(measure.ref, model)
}

function isSum(ref: MemberRef, model: DraftContext['model']): boolean {
  const { format, expression } = measureOf(ref, model)
  return format.unit === 'currency' && /^\s*-?\s*sum\s*\(/i.test(expression) && !/\/\s*(nullif|count)/i.test(expression)
}
