import type { Clarification, ClarificationChoice } from '@lakefront/contract'
import { distance } from 'fastest-levenshtein'
import { type GatewayError, isCostRefusal } from '../../errors.ts'
import type { MetricView, SemanticModel } from '../../semantic/port.ts'
import { draftQuestion } from '../draft/draftQuestion.ts'
import { type Claim, measuresOf } from '../read/claims.ts'
import { fold } from '../read/fold.ts'
import type { Entry, Lexicon } from '../read/lexicon.ts'
import { quoted } from '../resolve/conditions/resolveValues.ts'
import { type ResolveContext, reworded } from '../resolve/resolveTerms.ts'
import type { FoundValue, MissingSource } from '../values/lookup.ts'
import type { Span } from '../values/unknownSpans.ts'
import { offerMark } from './checkChoices.ts'
import { fittingMeasures, restOf } from './missingMeasure.ts'

export type Misunderstood = {
  spans: readonly Span[]
  /** What was understood of the rest. */
  claims: readonly Claim[]
  near: readonly FoundValue[]
  missing: readonly MissingSource[]
  lexicon: Lexicon
  context: ResolveContext
}

/** Words of the question that nothing explains, with the nearest things that something would. */
export function notUnderstood(missed: Misunderstood): Clarification {
  const { spans, missing, context } = missed
  const words = spans.map(({ text }) => fold(text))
  const nearest = spans.flatMap((span) => nearestChoices(span, missed))
  const choices = nearest.length > 0 ? nearest : replacements(missed)
  const list = words.map((word) => `"${word}"`).join(', ')
  const unchecked = [...new Map(missing.map((each) => [each.source, each.error]))]
    .map(([source, error]) => ` Values in ${context.sourceTitle(source)} could not be checked: ${whyNot(error)}`)
    .join('')
  return { reason: 'not-understood', words, message: `I did not understand ${list}. ${offerMark}${unchecked}`, choices }
}

/** A refusal says itself why; what else can go wrong is all the same to who asked. */
function whyNot(error: GatewayError): string {
  const { message } = error
  return isCostRefusal(error) ? `${message.slice(0, 1).toLowerCase()}${message.slice(1)}` : 'it is unavailable.'
}

/** Nothing is spelled alike: what could stand in the same place instead. */
function replacements({ spans, claims, context }: Misunderstood): ClarificationChoice[] {
  const [span] = spans
  const terms = claims.filter((claim) => claim.kind === 'term')
  const views = terms.flatMap((claim) => measuresOf(claim).map(({ view }) => context.model.views.get(view)!))
  if (!span) return []
  const before = claims.findLast(({ to }) => to <= span.from)
  const isGroup = before?.kind === 'cue' && (before.cue === 'by' || before.cue === 'per')
  if (views.length === 0) {
    const draft = draftQuestion(claims, context.tokens)
    const rest = restOf(draft, { ...context, question: blanked(spans, context) })
    return fittingMeasures(draft, context).map((title) => ({ label: title, question: `${title}${rest}` }))
  }
  const groups = isGroup ? groupTitles(views[0]!) : []
  return groups.map((title) => ({ label: title, question: withoutSpans(spans, title, context) }))
}

const groupTitles = ({ dimensions }: MetricView) =>
  dimensions
    .filter(({ name, type }) => (type === undefined || type === 'text') && !/id$|number|date|sku/i.test(name))
    .map(({ displayName }) => displayName.toLowerCase())

/** The question with blanks where nothing was understood, so that every other word stays in its place. */
function blanked(spans: readonly Span[], { question, tokens }: ResolveContext): string {
  return spans.reduce((text, { from, to }) => {
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end]
    return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }, question)
}

/** The question with the first stretch replaced, and without the others. */
function withoutSpans(spans: readonly Span[], title: string, { question, tokens }: ResolveContext): string {
  return spans
    .map(({ from, to }, index) => ({
      start: tokens[from]!.start,
      end: tokens[to - 1]!.end,
      text: index === 0 ? title : '',
    }))
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: words }) => `${text.slice(0, start)}${words}${text.slice(end)}`, question)
    .replace(/\s+/g, ' ')
    .trim()
}

type Nearby = { label: string; replacement: string; description: string; difference: number }

function nearestChoices(
  span: Span,
  { claims, near, lexicon, context }: Pick<Misunderstood, 'claims' | 'near' | 'lexicon' | 'context'>,
): ClarificationChoice[] {
  const text = fold(span.text)
  // `average revenue` is no slip for `average order value revenue`.
  const isBegun = !claims.some((claim) => claim.kind === 'term' && claim.from === span.to)
  const candidates: Nearby[] = [
    ...nearTerms(text, isBegun, lexicon, context.model),
    ...nearValues(text, near, context.model),
  ]
  const seen = new Set<string>()
  return candidates
    .sort((one, other) => one.difference - other.difference)
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .map(({ label, replacement, description }) => ({
      label,
      description,
      question: reworded(context, span, replacement),
    }))
}

function nearTerms(text: string, isBegun: boolean, { terms }: Lexicon, model: SemanticModel): Nearby[] {
  return terms.flatMap(({ text: term, entry }) => {
    const difference = differenceOf(text, fold(term), isBegun)
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
    const difference = differenceOf(text, fold(value), true)
    const dimension = model.views.get(ref.view)?.dimensions.find(({ name }) => name === ref.member)
    if (difference === undefined) return []
    return [{ label: value, replacement: quoted(value), description: dimension?.displayName ?? '', difference }]
  })
}

/** Slips in relation to the length, or nothing when the words have little in common. */
function differenceOf(text: string, other: string, isBegun: boolean): number | undefined {
  const start = other.split(' ').slice(0, text.split(' ').length).join(' ')
  const begun = isBegun ? distance(text, start) + 0.5 : Number.POSITIVE_INFINITY
  const slips = Math.min(distance(text, other), begun)
  return slips <= Math.max(1, Math.floor(text.length / 3)) ? slips / Math.max(text.length, 1) : undefined
}
