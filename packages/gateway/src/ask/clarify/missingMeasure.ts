import type { ClarificationChoice } from '@lakefront/contract'
import { lowerFirst } from '../../federation/plan/answer/explain.ts'
import type { MetricView } from '../../semantic/port.ts'
import type { Draft } from '../draft/types.ts'
import { entityOf } from '../read/claims.ts'
import { textOf } from '../read/tokens.ts'
import { countFitting } from '../resolve/measures/fitting.ts'
import type { ResolveContext } from '../resolve/resolveTerms.ts'
import { AskBack } from './AskBack.ts'

/** What to answer when nothing says what is to be measured. */
export function missingMeasure(draft: Draft, context: ResolveContext): AskBack {
  const { superlative } = draft.order ?? {}
  const titles = fittingMeasures(draft, context)
  const values = draft.values.map(({ claim }) => claim.text)
  if (superlative) {
    const word = textOf(context.question, context.tokens, superlative.from, superlative.to)
    const choices = titles.map((title) => ({
      label: `By ${lowerFirst(title)}`,
      question: rankedBy(title, draft, context),
    }))
    return new AskBack({ reason: 'missing-measure', words: [word], message: `By what is it "${word}"?`, choices })
  }
  const rest = restOf(draft, context)
  const choices: ClarificationChoice[] = titles.map((title) => ({
    label: values.length > 0 ? `${title} for ${values.join(' and ')}` : title,
    question: `${title}${rest}`,
  }))
  const about = values.length > 0 ? ` about ${values.map((value) => `"${value}"`).join(' and ')}` : ''
  return new AskBack({
    reason: 'missing-measure',
    words: values,
    message: `What do you want to know${about}? Name something to measure, such as ${choices[0]?.label ?? 'a number of records'}.`,
    choices,
  })
}

/** Measures that go with the words that were understood; whoever wrote the model put first what matters. */
export function fittingMeasures(draft: Draft, { model }: ResolveContext): string[] {
  const listed = [
    ...draft.groups.flatMap((group) => (group.kind === 'term' ? [group.term] : [])),
    ...draft.subjects.map(({ term }) => term),
  ]
  const entities = listed.flatMap((term) => entityOf(term) ?? []).map((name) => model.entities.get(name)!.view)
  // How many accounts there are by account says nothing.
  const views = [...model.views.values()].filter(({ name, measures }) =>
    measures.some(({ format }) => format.unit === 'currency' || !entities.includes(name)),
  )
  const fit = new Map(views.map((view) => [view, countFitting(draft, view, model)]))
  const best = Math.max(0, ...fit.values())
  const [first, ...others] = views.filter((view) => fit.get(view) === best)
  const main = first ? mainMeasures(first).slice(0, 4) : []
  return [...new Set([...main, ...others.flatMap((view) => mainMeasures(view).slice(0, 1))])]
}

function mainMeasures({ measures }: MetricView): string[] {
  const money = measures.filter(({ format }) => format.unit === 'currency')
  return (money.length > 0 ? money : measures).map(({ displayName }) => displayName)
}

/** `best customers by revenue in Cleveland`: the measure goes behind what is ranked. */
function rankedBy(title: string, draft: Draft, { question, tokens }: ResolveContext): string {
  const superlative = draft.order!.superlative!
  const subject = draft.subjects.find(({ isForced }) => isForced)?.term
  // In `best month` the month is no word of the model, and follows at once.
  const last = subject
    ? subject.to - 1
    : Math.min(superlative.to - (draft.groups.length > 0 ? 0 : 1), tokens.length - 1)
  const end = tokens[last]!.end
  return `${question.slice(0, end)} by ${lowerFirst(title)}${question.slice(end)}`
}

/** What is left of a question once a measure is put in front: from the first word that says something. */
export function restOf(draft: Draft, { question, tokens }: Pick<ResolveContext, 'question' | 'tokens'>): string {
  const groups = draft.groups.flatMap((group) => (group.kind === 'term' ? [group.term] : []))
  const about = [...draft.values.map(({ claim }) => claim), ...draft.subjects.map(({ term }) => term)]
  const starts = [
    ...groups.map(({ from }) => ({ from, lead: 'by' })),
    ...about.map(({ from }) => ({ from, lead: 'for' })),
  ].sort((one, other) => one.from - other.from)
  const [first] = starts
  if (!first) return ''
  const text = question.slice(tokens[first.from]!.start).replace(/[?!.\s]+$/, '')
  const said = text.replace(/ (do|did|does|doing|please)(?= |$)/gi, '').replace(/\s+/g, ' ')
  return ` ${first.lead} ${said.trim()}`
}
