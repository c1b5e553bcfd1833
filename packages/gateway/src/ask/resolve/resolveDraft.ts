import { measureOf } from '../../federation/plan/answer/outputs.ts'
import type { MetricView } from '../../semantic/port.ts'
import { askAgain } from '../clarify/AskBack.ts'
import { missingMeasure } from '../clarify/missingMeasure.ts'
import type { Draft } from '../draft/types.ts'
import { emptyIntent, type Intent, type MeasureUse } from '../intent.ts'
import { dimensionsOf, entityOf } from '../read/claims.ts'
import { textOf } from '../read/tokens.ts'
import { newConditions } from './conditions/newRecords.ts'
import { attributeConditions, recordConditions } from './conditions/resolveConditions.ts'
import { resolveHaving } from './conditions/resolveHaving.ts'
import { resolveRelated } from './conditions/resolveRelated.ts'
import { rangesOf } from './conditions/resolveTimes.ts'
import { resolveValues } from './conditions/resolveValues.ts'
import type { DraftContext } from './context.ts'
import { checkUnused } from './finish/checkUnused.ts'
import { finishIntent } from './finish/finishIntent.ts'
import { isElliptical } from './followUp/isElliptical.ts'
import { mergeIntent } from './followUp/mergeIntent.ts'
import { resolveMeasures } from './measures/resolveMeasures.ts'
import { listRows } from './rows/listRows.ts'
import { knownRefs, resolveGroups } from './rows/resolveGroups.ts'
import { resolveOrder, withOrdering } from './rows/resolveOrder.ts'

/** Settles what every part of a draft means, in the light of the model and of the question before. */
export function resolveDraft(draft: Draft, context: DraftContext): Intent {
  const memory = isElliptical(draft, context) ? context.memory : undefined
  const notes: string[] = []
  const own = resolveMeasures(draft, context, notes)
  checkUnused(draft, own, context)
  const listed = listRows(draft, own, context)
  if (listed) return listed
  noteUnlisted(draft, own, notes, context)
  const before = memory ?? emptyIntent
  const measures = own.length > 0 ? own : before.measures
  const rows = measures.length > 0 ? undefined : listedView(draft, before, context)
  const views = viewsOf(measures, rows, context)
  if (views.length === 0 || (measures.length === 0 && draft.order?.superlative)) throw missingMeasure(draft, context)
  const dimensions = resolveGroups(draft, measures, memory, views, context)
  const created = newConditions(draft, views, context)
  const conditions = [
    ...recordConditions(draft, context),
    ...resolveValues(draft.values, views, knownRefs(before, dimensions), context),
    ...attributeConditions(draft, views, context),
    ...resolveRelated(draft, views, measures, context),
    ...created,
  ]
  const having = resolveHaving(draft, measures, context)
  const order = resolveOrder(draft, measures, dimensions, views, context)
  const isOfRecords = measures.every(({ kind }) => kind === 'records')
  // What is said of the rows that must be missing is no condition of the others.
  const isRelated = conditions.some(({ kind }) => kind === 'related')
  const times = draft.times.filter(({ of }) => of === undefined || !isRelated)
  const takesTimes = created.length > 0 || (isOfRecords && isRelated)
  const addition: Intent = {
    ...emptyIntent,
    measures: withOrdering(own, order, having, before),
    dimensions,
    conditions,
    ranges: takesTimes ? [] : rangesOf({ times }),
    having,
    order,
    limit: draft.limit,
    share: draft.share,
    ...(rows && { list: { view: rows.name, isDistinct: !dimensions.some(({ kind }) => kind === 'entity') } }),
    countRows: countsRows(draft, measures, own, rows),
    includeEmpty: draft.includeEmpty,
    notes,
  }
  return finishIntent(memory ? mergeIntent(memory, addition, draft) : addition, draft, context)
}

/** Records without a name of their own are counted, which is said; but which are the latest, nobody can tell. */
function noteUnlisted(draft: Draft, own: readonly MeasureUse[], notes: string[], context: DraftContext): void {
  const { order, isListed, groups, subjects } = draft
  if (order?.isRecent && order.superlative) {
    const word = textOf(context.question, context.tokens, order.superlative.from, order.superlative.to)
    throw askAgain([word], `I cannot tell which are "${word}" here.`, [])
  }
  const [use] = own
  if (!isListed || use?.kind !== 'measure' || own.length > 1 || groups.length > 0 || subjects.length > 0) return
  const { displayName, expression } = measureOf(use.ref, context.model)
  if (/^\s*count\s*\(/i.test(expression)) notes.push(`${displayName} are counted: the model has no name for each.`)
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

function countsRows(
  draft: Draft,
  measures: readonly MeasureUse[],
  own: readonly MeasureUse[],
  rows: MetricView | undefined,
): boolean {
  if (!draft.isCounted) return false
  if (rows) return true
  // `how many?` after an answer asks for its rows.
  if (own.length === 0 && measures.length > 0 && draft.subjects.length === 0) return true
  const subject = draft.subjects[0]
  return subject !== undefined && draft.measures.length > 0 && own.length > 0 && measures.length > 0
}
