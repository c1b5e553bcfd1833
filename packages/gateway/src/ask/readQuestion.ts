import { isCostRefusal } from '../errors.ts'
import { planQuery } from '../federation/plan/planQuery.ts'
import type { PlanSource } from '../federation/plan/types.ts'
import type { SemanticModel } from '../semantic/port.ts'
import { AskBack } from './clarify/AskBack.ts'
import { checkChoices } from './clarify/checkChoices.ts'
import { notUnderstood } from './clarify/notUnderstood.ts'
import { draftQuestion } from './draft/draftQuestion.ts'
import type { Intent } from './intent.ts'
import type { PlannerInput } from './port.ts'
import { spellOut } from './read/abbreviations.ts'
import type { Claim } from './read/claims.ts'
import { fold } from './read/fold.ts'
import { createLexicon, type Lexicon } from './read/lexicon.ts'
import { readClaims } from './read/readClaims.ts'
import { type Token, tokenise } from './read/tokens.ts'
import type { DraftContext } from './resolve/context.ts'
import { resolveDraft } from './resolve/resolveDraft.ts'
import { type Candidate, claimValues, valueCandidates } from './values/candidates.ts'
import type { FoundValue, Lookup, LookupOptions, LookupResult } from './values/lookup.ts'
import { searchedViews } from './values/searchedViews.ts'
import { unknownSpans } from './values/unknownSpans.ts'

export type QuestionReader = {
  model: SemanticModel
  lookup: Lookup
  sources: ReadonlyMap<string, PlanSource>
}

/**
 * Turns a question into what it asks for: words of the model first, then values at the sources for the words that are left.
 *
 * @throws {AskBack} when something is not understood; each of its choices was read and leads on.
 */
export async function readQuestion(question: string, input: PlannerInput, reader: QuestionReader): Promise<Intent> {
  const lexicon = lexiconOf(reader.model)
  const words = readWords(question, input, lexicon)
  const values = await lookUp(words, input, reader)
  try {
    const claims = claimValues(words.candidates, values.found, words.claims, words.tokens)
    if (unknownSpans(question, words.tokens, claims).length === 0)
      return resolve(question, claims, words, input, reader)
    throw await askAbout({ question, words, claims, values, lexicon }, input, reader)
  } catch (error) {
    if (!(error instanceof AskBack)) throw error
    const known = [...values.found, ...nearOf(error)]
    const understand = (choice: string) => understandAgain(choice, known, input, { ...reader, lexicon })
    throw new AskBack(checkChoices(error.clarification, understand))
  }
}

type Words = { tokens: readonly Token[]; claims: readonly Claim[]; candidates: readonly Candidate[] }

const lexicons = new WeakMap<SemanticModel, Lexicon>()

function lexiconOf(model: SemanticModel): Lexicon {
  const lexicon = lexicons.get(model) ?? createLexicon(model)
  lexicons.set(model, lexicon)
  return lexicon
}

function readWords(question: string, { now }: PlannerInput, lexicon: Lexicon): Words {
  const tokens = spellOut(tokenise(question), lexicon)
  const claims = readClaims(tokens, lexicon, now)
  return { tokens, claims, candidates: valueCandidates(question, tokens, claims) }
}

/** Values that the words may be; first where they can be used, then elsewhere: to say so is better than not to know it. */
async function lookUp(
  { tokens, claims, candidates }: Words,
  { question, memory, signal }: PlannerInput,
  { model, lookup }: QuestionReader,
): Promise<LookupResult> {
  const near = searchedViews(claims, memory as Intent | undefined, model)
  const far = [...model.views.values()].filter((view) => !near.includes(view))
  const entities = [...model.entities.values()]
  // With no word of the model in it, a question is hardly one: everywhere is looked at, but not for long.
  const isHardlyOne = memory === undefined && claims.every(({ kind }) => kind !== 'term')
  const timeoutMs = isHardlyOne ? patienceMs * 2 : undefined
  const first = await findValues(candidates, lookup, { views: near, entities, signal, timeoutMs })
  // Without what it would have found, the question could be read otherwise than it is meant.
  const refused = first.missing.find(({ error }) => isCostRefusal(error))
  if (refused) throw refused.error
  const isKnown = unknownSpans(question, tokens, claimValues(candidates, first.found, claims, tokens)).length === 0
  if (isKnown || far.length === 0) return first
  const second = await findValues(candidates, lookup, { views: far, entities, signal, timeoutMs: patienceMs })
  return {
    found: [...first.found, ...second.found],
    missing: [...first.missing, ...second.missing],
  }
}

/** How long somebody is kept waiting only to be asked back. */
const patienceMs = 1_500

async function findValues(
  candidates: readonly Candidate[],
  lookup: Lookup,
  options: LookupOptions,
): Promise<LookupResult> {
  if (candidates.length === 0 || options.views.length === 0) return { found: [], missing: [] }
  const phrases = candidates.flatMap(({ variants }) => variants)
  const parts = candidates.filter(({ isRun }) => isRun).flatMap(({ variants }) => variants)
  return await lookup.find({ phrases, parts }, options)
}

function resolve(
  question: string,
  claims: readonly Claim[],
  { tokens }: Words,
  input: PlannerInput,
  reader: QuestionReader,
): Intent {
  return resolveDraft(draftQuestion(claims, tokens), contextOf(question, tokens, input, reader))
}

function contextOf(
  question: string,
  tokens: readonly Token[],
  { memory, context: record, now }: PlannerInput,
  { model, sources }: QuestionReader,
): DraftContext {
  const sourceTitle = (id: string) => sources.get(id)?.title ?? id
  return { question, tokens, model, sourceTitle, memory: memory as Intent | undefined, record, now }
}

type Missed = {
  question: string
  words: Words
  claims: readonly Claim[]
  values: LookupResult
  lexicon: Lexicon
}

/** Values that are spelled nearly like what was asked; what a choice is checked with. */
class Misread extends AskBack {
  near: readonly FoundValue[] = []
}

const nearOf = (error: AskBack) => (error instanceof Misread ? error.near : [])

async function askAbout(
  { question, words, claims, values, lexicon }: Missed,
  input: PlannerInput,
  reader: QuestionReader,
): Promise<AskBack> {
  const { tokens } = words
  const spans = unknownSpans(question, tokens, claims)
  const options = {
    views: searchedViews(claims, input.memory as Intent | undefined, reader.model),
    entities: [...reader.model.entities.values()],
    signal: input.signal,
    timeoutMs: patienceMs,
  }
  const results = await Promise.all(spans.slice(0, 3).map(({ text }) => reader.lookup.nearest(text, options)))
  const near = results.flatMap(({ found }) => found)
  const missing = [...values.missing, ...results.flatMap((result) => result.missing)]
  const context = contextOf(question, tokens, input, reader)
  const asked = new Misread(notUnderstood({ spans, claims, near, missing, lexicon, context }))
  asked.near = near
  return asked
}

/** Reads a choice as it will be read when it is clicked, with the values that are known already. */
function understandAgain(
  question: string,
  found: readonly FoundValue[],
  input: PlannerInput,
  reader: QuestionReader & { lexicon: Lexicon },
): void {
  const words = readWords(question, input, reader.lexicon)
  const claims = claimValues(words.candidates, found, words.claims, words.tokens)
  const spans = unknownSpans(question, words.tokens, claims)
  if (spans.length > 0) {
    const unknown = spans.map(({ text }) => fold(text))
    throw new AskBack({ reason: 'not-understood', words: unknown, message: '', choices: [] })
  }
  planQuery({ intent: resolve(question, claims, words, input, reader), ...reader })
}
