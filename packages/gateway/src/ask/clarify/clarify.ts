import type { Clarification, ClarificationChoice } from '@lakefront/contract'
import { distance } from 'fastest-levenshtein'
import type { MetricView, SemanticModel } from '../../semantic/port.ts'
import type { Draft } from '../draft/draft.ts'
import { fold } from '../read/fold.ts'
import type { Entry, Lexicon } from '../read/lexicon.ts'
import { type ResolveContext, reworded } from '../resolve/resolveTerms.ts'
import { quoted } from '../resolve/resolveValues.ts'
import type { FoundValue } from '../values/lookup.ts'
import { AskBack } from './AskBack.ts'

const mostChoices = 6

/** What to answer to nothing: the question has no word in it. */
export function emptyQuestion(starters: readonly string[]): Clarification {
  return {
    reason: 'empty',
    words: [],
    message: 'Ask a question in your own words, for example one of these.',
    choices: starters.slice(0, mostChoices).map((question) => ({ label: question, question })),
  }
}

/** What to answer to a novel. */
export function tooLong(length: number, longest: number): Clarification {
  const message = `The question has ${length.toLocaleString('en-US')} characters; ${longest.toLocaleString('en-US')} are as many as can be read. Say it in fewer words.`
  return { reason: 'too-long', words: [], message, choices: [] }
}

/** What to answer when nothing says what is to be measured. */
export function missingMeasure(draft: Draft, { question, tokens, model }: ResolveContext): AskBack {
  const values = draft.values.map(({ claim }) => claim.text)
  const rest = tokens.length > 0 ? question.replace(/[?!.\s]+$/, '') : ''
  const isPlace = draft.values.length > 0
  const choices: ClarificationChoice[] = mainMeasures(model).map((title) => ({
    label: isPlace ? `${title} for ${values.join(' and ')}` : title,
    question: rest ? `${title} ${isPlace ? 'for' : ''} ${rest}`.replace(/\s+/g, ' ') : title,
  }))
  const about = values.length > 0 ? ` about ${values.map((value) => `"${value}"`).join(' and ')}` : ''
  return new AskBack({
    reason: 'missing-measure',
    words: values,
    message: `What do you want to know${about}? Name something to measure, such as ${choices[0]?.label ?? 'a number of records'}.`,
    choices,
  })
}

/** The first measures of the first views: whoever wrote the model put first what matters. */
function mainMeasures({ views }: SemanticModel): string[] {
  const perView = [...views.values()].map((view: MetricView) => view.measures.map(({ displayName }) => displayName))
  const [first = [], ...others] = perView
  return [...first.slice(0, 3), ...others.flatMap((titles) => titles.slice(0, 1))].slice(0, mostChoices)
}

/** Words of the question that nothing explains, with the nearest things that something would. */
export function notUnderstood(
  spans: readonly { from: number; to: number; text: string }[],
  near: readonly FoundValue[],
  missingSources: readonly string[],
  lexicon: Lexicon,
  context: ResolveContext,
): Clarification {
  const words = spans.map(({ text }) => fold(text))
  const choices = spans.flatMap((span) => nearestChoices(span, near, lexicon, context)).slice(0, mostChoices)
  const list = words.map((word) => `"${word}"`).join(', ')
  const offer =
    choices.length > 0 ? ' Did you mean one of these?' : ' Ask for something that the catalog lists, or leave it out.'
  const unchecked = missingSources
    .map((source) => ` Values in ${context.sourceTitle(source)} could not be checked: it is unavailable.`)
    .join('')
  return { reason: 'not-understood', words, message: `I did not understand ${list}.${offer}${unchecked}`, choices }
}

type Nearby = { label: string; replacement: string; description: string; difference: number }

function nearestChoices(
  span: { from: number; to: number; text: string },
  near: readonly FoundValue[],
  lexicon: Lexicon,
  context: ResolveContext,
): ClarificationChoice[] {
  const text = fold(span.text)
  const candidates: Nearby[] = [...nearTerms(text, lexicon, context.model), ...nearValues(text, near, context.model)]
  const seen = new Set<string>()
  return candidates
    .sort((one, other) => one.difference - other.difference)
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .slice(0, mostChoices)
    .map(({ label, replacement, description }) => ({
      label,
      description,
      question: reworded(context, span, replacement),
    }))
}

function nearTerms(text: string, { terms }: Lexicon, model: SemanticModel): Nearby[] {
  return terms.flatMap(({ text: term, entry }) => {
    const difference = differenceOf(text, fold(term))
    return difference === undefined ? [] : [{ ...labelOf(entry, model), replacement: term, difference }]
  })
}

function labelOf(entry: Entry, model: SemanticModel): { label: string; description: string } {
  if (entry.kind === 'entity') return { label: model.entities.get(entry.entity)!.title, description: 'Record' }
  const view = model.views.get(entry.ref.view)!
  const members = entry.kind === 'measure' ? view.measures : view.dimensions
  const { displayName } = members.find(({ name }) => name === entry.ref.member)!
  return { label: displayName, description: entry.kind === 'measure' ? 'Measure' : 'Dimension' }
}

function nearValues(text: string, near: readonly FoundValue[], model: SemanticModel): Nearby[] {
  return near.flatMap(({ ref, value }) => {
    const difference = differenceOf(text, fold(value))
    const dimension = model.views.get(ref.view)?.dimensions.find(({ name }) => name === ref.member)
    if (difference === undefined) return []
    return [{ label: value, replacement: quoted(value), description: dimension?.displayName ?? '', difference }]
  })
}

/** Slips in relation to the length, or nothing when the words have little in common. */
function differenceOf(text: string, other: string): number | undefined {
  const start = other.split(' ').slice(0, text.split(' ').length).join(' ')
  const slips = Math.min(distance(text, other), distance(text, start) + 0.5)
  return slips <= Math.max(1, Math.floor(text.length / 3)) ? slips / Math.max(text.length, 1) : undefined
}
