import { measureOf } from '../../../federation/plan/answer/outputs.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import type { Draft } from '../../draft/types.ts'
import type { Intent, MemberRef } from '../../intent.ts'
import type { DraftContext } from '../context.ts'
import { resolveChange } from './resolveChange.ts'

/** Adds what follows from the whole: the periods compared, and each row's part of a total. */
export function finishIntent(asked: Intent, draft: Draft, context: DraftContext): Intent {
  const shared = draft.share ? sharedOut(asked) : asked
  return withChange(shared, draft, context)
}

/** `EDI share of revenue`: a part shows only beside the others. */
function sharedOut(intent: Intent): Intent {
  if (intent.dimensions.length > 0) return intent
  const values = intent.conditions.filter((condition) => condition.kind === 'values' && !condition.exclude)
  const [only] = values
  if (values.length !== 1 || only?.kind !== 'values') {
    throw askAgain(['share'], 'Parts of what? Say by what to split it, such as by channel or by year.', [])
  }
  const note = `${only.values.join(' and ')} is shown beside the others, so that its part can be seen.`
  return {
    ...intent,
    dimensions: [{ kind: 'member', ref: only.ref }],
    conditions: intent.conditions.filter((condition) => condition !== only),
    notes: [...intent.notes, note],
  }
}

function withChange(intent: Intent, draft: Draft, { now, model }: DraftContext): Intent {
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
