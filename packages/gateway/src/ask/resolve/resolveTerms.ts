import { dimensionOf, measureOf } from '../../federation/plan/answer/outputs.ts'
import { distanceOf, knowsEntity } from '../../federation/plan/reach/reach.ts'
import type { MetricView, SemanticModel } from '../../semantic/port.ts'
import { askAgain, askWhich } from '../clarify/AskBack.ts'
import type { DimensionUse, MeasureUse, MemberRef } from '../intent.ts'
import { sameRef } from '../intent.ts'
import type { ClaimOf } from '../read/claims.ts'
import { type Entry, lastWordRank } from '../read/lexicon.ts'
import { type Token, textOf } from '../read/tokens.ts'

export type ResolveContext = {
  question: string
  tokens: readonly Token[]
  model: SemanticModel
  sourceTitle(id: string): string
}

type Term = ClaimOf<'term'>

/** The question with a stretch said in other words. */
export function reworded(
  { question, tokens }: ResolveContext,
  { from, to }: { from: number; to: number },
  words: string,
): string {
  const [first, last] = [tokens[from]!, tokens[to - 1]!]
  return `${question.slice(0, first.start)}${words}${question.slice(last.end)}`
}

/**
 * Settles which measure a term means: the view that can answer the rest of the question, then the closest name, then the
 * first one configured.
 */
export function resolveMeasure(
  term: Term,
  fits: (view: MetricView) => number,
  context: ResolveContext,
  notes: string[],
): MemberRef {
  const { model } = context
  const scored = term.entries
    .flatMap((entry) => (entry.kind === 'measure' ? [entry] : []))
    .map((entry) => ({ ...entry, fit: fits(model.views.get(entry.ref.view)!) }))
    .sort((one, other) => other.fit - one.fit || one.rank - other.rank)
  const [first, second] = scored
  if (!first) throw new Error('A term without a measure was resolved as one.')
  if (!second || second.fit < first.fit || second.rank > first.rank) return first.ref
  const ties = scored.filter(({ fit, rank }) => fit === first.fit && rank === first.rank)
  if (ties.some(({ ref }) => ref.view === first.ref.view && ref.member !== first.ref.member)) {
    throw askForMeasure(
      term,
      ties.map(({ ref }) => ref),
      context,
    )
  }
  const source = context.sourceTitle(model.views.get(first.ref.view)!.sourceId)
  notes.push(`${measureOf(first.ref, model).displayName} is taken from ${first.ref.view} in ${source}.`)
  return first.ref
}

function askForMeasure(term: Term, refs: readonly MemberRef[], context: ResolveContext) {
  const word = textOf(context.question, context.tokens, term.from, term.to)
  const choices = refs.map((ref) => {
    const { displayName, comment } = measureOf(ref, context.model)
    return {
      label: displayName,
      question: reworded(context, term, displayName),
      ...(comment && { description: comment }),
    }
  })
  return askWhich(word, `"${word}" can mean several measures. Which one?`, choices)
}

/** Settles which dimension a term means for these views: their own first, then that of an entity. */
export function resolveDimension(term: Term, views: readonly MetricView[], context: ResolveContext): DimensionUse {
  const { model } = context
  const options = term.entries
    .flatMap((entry) => readingOf(entry, views, model))
    .sort((one, other) => one.score - other.score)
  const [first] = options
  const word = textOf(context.question, context.tokens, term.from, term.to)
  if (!first) throw askAgain([word], unrelated(word, views), [])
  const ties = options.filter(({ score }) => score === first.score)
  if (ties.length > 1) {
    const choices = ties.map(({ use }) => ({
      label: titleOf(use, model),
      question: reworded(context, term, titleOf(use, model)),
    }))
    throw askWhich(word, `"${word}" can mean several things. Which one?`, choices)
  }
  return first.use
}

// The last word of a name gives way to whatever is called by it, also at one remove, but not to synonyms there.
type Option = { use: DimensionUse; score: number }

function readingOf(entry: Entry, views: readonly MetricView[], model: SemanticModel): Option[] {
  if (entry.kind === 'measure') return []
  if (entry.kind === 'entity') {
    const entity = model.entities.get(entry.entity)!
    const isKnown = views.every((view) => knowsEntity(view, entity))
    return isKnown ? [{ use: { kind: 'entity', entity: entry.entity }, score: entry.rank / 10 }] : []
  }
  const distances = views.map((view) => distanceOf(entry.ref, view, model))
  if (distances.some((distance) => distance === undefined)) return []
  const farthest = Math.max(...(distances as number[]), 0)
  const dimension = dimensionOf(entry.ref, model)
  const isDate = dimension.type === 'date' || dimension.type === 'timestamp'
  return [
    {
      use: { kind: 'member', ref: entry.ref, ...(isDate && { grain: 'day' as const }) },
      score: farthest + (entry.rank === lastWordRank ? 1.15 : entry.rank / 10),
    },
  ]
}

function titleOf(use: DimensionUse, model: SemanticModel): string {
  if (use.kind === 'entity') return model.entities.get(use.entity)!.title
  return use.kind === 'member' ? dimensionOf(use.ref, model).displayName : use.grain
}

function unrelated(word: string, views: readonly MetricView[]): string {
  const names = views.map(({ name }) => name).join(' and ')
  return `"${word}" says nothing of ${names}, so they cannot be put together.`
}

/** Measures of a ratio: the last one named, per unit of the other. */
export function ratioOf(measures: readonly MeasureUse[], under: MemberRef, asShare: boolean): MeasureUse[] {
  const last = measures.at(-1)
  if (last?.kind !== 'measure' || sameRef(last.ref, under)) return [...measures]
  return [...measures.slice(0, -1), { kind: 'ratio', over: last.ref, under, ...(asShare && { asShare }) }]
}
