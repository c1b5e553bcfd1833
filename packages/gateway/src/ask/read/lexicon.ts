import type { Dimension, Measure, SemanticModel } from '../../semantic/port.ts'
import type { MemberRef } from '../intent.ts'
import { fold } from './fold.ts'
import { type Token, tokenise } from './tokens.ts'

/** What a term of the model stands for. */
export type Entry =
  | { kind: 'measure'; ref: MemberRef; rank: number }
  | { kind: 'dimension'; ref: MemberRef; rank: number }
  | { kind: 'entity'; entity: string; rank: number }

/** Everything that the model has words for, found by the stems of those words. */
export type Lexicon = {
  /** The longest term that starts at a token. */
  match(tokens: readonly Token[], from: number): { length: number; entries: readonly Entry[] } | undefined
  /** Terms and what they are called, for suggestions. */
  terms: readonly { text: string; entry: Entry }[]
}

/** Words of time are read as time, also where a model has columns of that name. */
const timeWords = new Set(['day', 'week', 'month', 'quarter', 'year', 'today', 'date'])

/** Collects display names, names and synonyms of all members and entities. */
export function createLexicon(model: SemanticModel): Lexicon {
  const terms = [...entityTerms(model), ...memberTerms(model)]
  const index = new Map<string, Entry[]>()
  let longest = 1
  for (const { text, entry } of terms) {
    const stems = tokenise(text).map((token) => token.stem)
    if (stems.length === 0 || (stems.length === 1 && timeWords.has(stems[0]!))) continue
    longest = Math.max(longest, stems.length)
    const key = stems.join(' ')
    const known = index.get(key) ?? []
    if (!known.some((other) => sameEntry(other, entry))) index.set(key, [...known, entry])
  }
  return {
    terms,
    match(tokens, from) {
      for (let length = Math.min(longest, tokens.length - from); length > 0; length -= 1) {
        const words = tokens.slice(from, from + length)
        if (words.some(({ kind }) => kind === 'quoted')) continue
        const entries = index.get(words.map((token) => token.stem).join(' '))
        if (entries) return { length, entries }
      }
      return undefined
    },
  }
}

function entityTerms(model: SemanticModel): { text: string; entry: Entry }[] {
  return [...model.entities.values()].flatMap(({ name, title, pluralTitle, synonyms }) =>
    [title, pluralTitle, name.replaceAll('_', ' '), ...synonyms].map((text, index) => ({
      text,
      entry: { kind: 'entity', entity: name, rank: Math.min(index, 3) },
    })),
  )
}

function memberTerms(model: SemanticModel): { text: string; entry: Entry }[] {
  const labels = new Set([...model.entities.values()].map(({ view, label }) => `${view}.${label}`))
  return [...model.views.values()].flatMap((view) => [
    ...view.measures.flatMap((measure) => termsOf(measure, 'measure', view.name)),
    ...view.dimensions.flatMap((dimension) => {
      const terms = [...termsOf(dimension, 'dimension', view.name), ...lastWordOf(dimension, view.name)]
      // An entity's label is meant by the entity's own words, such as account.
      return labels.has(`${view.name}.${dimension.name}`)
        ? terms.map((term) => asEntity(term, view.name, model))
        : terms
    }),
  ])
}

/** Rank of a dimension that is known by the last word of its name only. */
export const lastWordRank = 4

const vagueWords = new Set(['name', 'number', 'date', 'since', 'hold', 'id', 'currency', 'title', 'week'])

/** `status` for Case status: where only one such dimension is at hand, people leave out what it is of. */
function lastWordOf({ name, displayName, type }: Dimension, view: string): { text: string; entry: Entry }[] {
  const words = displayName.split(' ')
  const last = words.at(-1)!.toLowerCase()
  const isTime = type === 'date' || type === 'timestamp'
  if (words.length < 2 || vagueWords.has(last) || (isTime && !last.endsWith('ed'))) return []
  return [{ text: last, entry: { kind: 'dimension', ref: { view, member: name }, rank: lastWordRank } }]
}

function asEntity(term: { text: string; entry: Entry }, view: string, model: SemanticModel) {
  const entity = [...model.entities.values()].find((candidate) => candidate.view === view)!
  return { text: term.text, entry: { kind: 'entity' as const, entity: entity.name, rank: term.entry.rank } }
}

function termsOf({ displayName, name, synonyms }: Dimension | Measure, kind: 'measure' | 'dimension', view: string) {
  const ref = { view, member: name }
  const spelled = fold(name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('_', ' '))
  return [displayName, spelled, ...synonyms].map((text, index) => ({
    text,
    entry: { kind, ref, rank: Math.min(index, 2) } as Entry,
  }))
}

function sameEntry(one: Entry, other: Entry): boolean {
  return one.kind === other.kind && JSON.stringify({ ...one, rank: 0 }) === JSON.stringify({ ...other, rank: 0 })
}
