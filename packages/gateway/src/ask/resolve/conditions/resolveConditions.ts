import { dimensionOf } from '../../../federation/plan/answer/outputs.ts'
import type { MetricView } from '../../../semantic/port.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import type { Draft } from '../../draft/types.ts'
import type { Condition } from '../../intent.ts'
import { textOf } from '../../read/tokens.ts'
import type { DraftContext } from '../context.ts'
import { resolveDimension } from '../resolveTerms.ts'

/** The record that `this account` means. */
export function recordConditions(draft: Draft, context: DraftContext): Condition[] {
  const { record, model, memory } = context
  if (!draft.refersTo) return []
  const { entity } = draft.refersTo
  if (!record) {
    if (entity === undefined || memory) return []
    const title = model.entities.get(entity)!.title.toLowerCase()
    const word = textOf(context.question, context.tokens, draft.refersTo.from, draft.refersTo.to)
    throw askAgain([word], `Which ${title} do you mean by "${word}"? Name it, or ask from its page.`, [])
  }
  if ((entity !== undefined && entity !== record.entity) || !model.entities.has(record.entity)) return []
  return [{ kind: 'record', entity: record.entity, id: record.id, label: record.label ?? record.id }]
}

/** Conditions on dates and numbers of the records themselves, such as `created since 2022`. */
export function attributeConditions(draft: Draft, views: readonly MetricView[], context: DraftContext): Condition[] {
  const times = draft.attributeTimes.map(({ term, ranges, exclude }): Condition => {
    const use = resolveDimension(term, views, context)
    if (use.kind !== 'member') throw notA('date', term, context)
    return { kind: 'time', ref: use.ref, ranges, exclude }
  })
  const numbers = draft.comparisons.flatMap(({ attribute, comparison }): Condition[] => {
    if (!attribute) return []
    const use = resolveDimension(attribute, views, context)
    const type = use.kind === 'member' ? dimensionOf(use.ref, context.model).type : undefined
    if (use.kind !== 'member' || !['integer', 'decimal', 'float'].includes(type ?? 'integer')) {
      throw notA('number', attribute, context)
    }
    return [{ kind: 'compare', ref: use.ref, comparison }]
  })
  return [...times, ...numbers]
}

function notA(kind: 'date' | 'number', term: { from: number; to: number }, { question, tokens }: DraftContext) {
  const word = textOf(question, tokens, term.from, term.to)
  return askAgain([word], `"${word}" is not a ${kind}.`, [])
}
