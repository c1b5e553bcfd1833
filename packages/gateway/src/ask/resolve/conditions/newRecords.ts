import type { MetricView } from '../../../semantic/port.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import type { Draft } from '../../draft/types.ts'
import type { Condition } from '../../intent.ts'
import { textOf } from '../../read/tokens.ts'
import type { DraftContext } from '../context.ts'
import { rangesOf } from './resolveTimes.ts'

/** `new accounts this year`: those that came into being then. Without a time, or without such a date, nobody knows. */
export function newConditions(draft: Draft, views: readonly MetricView[], context: DraftContext): Condition[] {
  if (!draft.isNew) return []
  const ranges = rangesOf(draft)
  const [view, ...others] = views
  const date = view?.dimensions.find(
    ({ name, expression, type }) =>
      (type === undefined || type === 'date' || type === 'timestamp') &&
      /creat|opened|joined|since|registered/i.test(`${name} ${expression}`),
  )
  if (ranges.length > 0 && view && others.length === 0 && date) {
    return [{ kind: 'time', ref: { view: view.name, member: date.name }, ranges, exclude: false }]
  }
  const word = textOf(context.question, context.tokens, draft.isNew.from, draft.isNew.to)
  throw askAgain([word], `I do not know since when something is "${word}" here. Say from when on, or leave it out.`, [])
}
