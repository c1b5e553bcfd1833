import type { QuestionContext } from '@lakefront/contract'
import { planQuery } from '../federation/plan/planQuery.ts'
import { reachableViews } from '../federation/plan/reach.ts'
import { PlanError, type PlanSource } from '../federation/plan/types.ts'
import { bindCatalog } from '../semantic/bindCatalog.ts'
import type { MetricView, SemanticModel } from '../semantic/port.ts'
import { ExpressionError } from '../semantic/sqlTree.ts'
import { AskBack } from './clarify/AskBack.ts'
import { emptyQuestion, notUnderstood, tooLong } from './clarify/clarify.ts'
import { describeResult } from './describe/describeResult.ts'
import { draftQuestion } from './draft/draft.ts'
import type { Intent } from './intent.ts'
import type { Planner, PlannerInput, PlannerOutput } from './port.ts'
import { type Claim, dimensionsOf, entityOf, measuresOf } from './read/claims.ts'
import { createLexicon, type Lexicon } from './read/lexicon.ts'
import { readClaims } from './read/readClaims.ts'
import { type Token, textOf, tokenise } from './read/tokens.ts'
import { refuse } from './refuse.ts'
import { resolveDraft } from './resolve/resolveDraft.ts'
import type { ResolveContext } from './resolve/resolveTerms.ts'
import { followUps, starterQuestions } from './suggest.ts'
import { type Candidate, claimValues, unknownTokens, valueCandidates } from './values/candidates.ts'
import type { Lookup, LookupOptions, LookupResult } from './values/lookup.ts'

export type SemanticPlannerOptions = {
  model: SemanticModel
  lookup: Lookup
  sources: ReadonlyMap<string, PlanSource>
  /** Longest question that is read, in characters. Default 2,000. */
  maxQuestionLength?: number | undefined
}

/** The planner that needs no model: it reads questions by the words of the semantic model and of live values. */
export function createSemanticPlanner(options: SemanticPlannerOptions): Planner {
  const { sources, maxQuestionLength = 2_000 } = options
  const bind = createBinder(options)
  const starters = starterQuestions(options.model)

  return {
    suggestions: () => starters,
    async plan(input) {
      const question = input.question.normalize('NFC').trim()
      if (question.length > maxQuestionLength) return ask(tooLong(question.length, maxQuestionLength))
      if (!/[\p{L}\p{N}]/u.test(question)) return ask(emptyQuestion(starters))
      const message = refuse(question)
      if (message) return { kind: 'refusal', message }
      const model = await bind(input.signal)
      try {
        const intent = await readQuestion(question, input, { ...options, model })
        return toPlan(intent, input, model, sources)
      } catch (error) {
        if (error instanceof AskBack) return ask(error.clarification)
        if (error instanceof PlanError || error instanceof ExpressionError) {
          return ask({ reason: 'not-understood', words: [], message: error.message, choices: [] })
        }
        throw error
      }
    },
  }
}

const ask = (clarification: Extract<PlannerOutput, { kind: 'clarification' }>['clarification']): PlannerOutput => ({
  kind: 'clarification',
  clarification,
})

function toPlan(
  intent: Intent,
  { now }: PlannerInput,
  model: SemanticModel,
  sources: ReadonlyMap<string, PlanSource>,
): PlannerOutput {
  const plan = planQuery({ intent, model, sources })
  return {
    kind: 'plan',
    plan,
    memory: { ...intent, notes: [] } satisfies Intent,
    suggestions: followUps(intent, model, now),
    describe: (result) => describeResult(intent, plan.title, result),
  }
}

const catalogLifetimeMs = 300_000

/** Fills in the types of columns from the sources' catalogs: schema, never rows. Sources that are down are asked again. */
function createBinder({ model, lookup }: SemanticPlannerOptions): (signal: AbortSignal) => Promise<SemanticModel> {
  let bound: { model: SemanticModel; untilMs: number } | undefined
  return async (signal) => {
    if (bound && bound.untilMs > performance.now()) return bound.model
    const ids = [...new Set([...model.views.values()].map(({ sourceId }) => sourceId))]
    const catalogs = await Promise.all(ids.map(async (id) => [id, await lookup.tables(id, { signal })] as const))
    const known = catalogs.flatMap(([id, tables]) => (tables ? [[id, tables] as const] : []))
    const isWhole = known.length === ids.length
    const next = bindCatalog(model, new Map(known))
    bound = { model: next, untilMs: performance.now() + (isWhole ? catalogLifetimeMs : 0) }
    return next
  }
}

async function readQuestion(
  question: string,
  input: PlannerInput,
  { model, lookup, sources }: SemanticPlannerOptions,
): Promise<Intent> {
  const { now, signal } = input
  const record: QuestionContext | undefined = input.context
  const memory = input.memory as Intent | undefined
  const lexicon = createLexicon(model)
  const tokens = tokenise(question)
  const context: ResolveContext = { question, tokens, model, sourceTitle: (id) => sources.get(id)?.title ?? id }
  const words = readClaims(tokens, lexicon, now)
  const candidates = valueCandidates(question, tokens, words)
  const near = searchedViews(words, memory, model)
  const far = [...model.views.values()].filter((view) => !near.includes(view))
  const entities = [...model.entities.values()]
  const first = await findValues(candidates, lookup, { views: near, entities, signal })
  let claims = claimValues(candidates, first.found, words, tokens)
  let missing = first.missing
  if (unknownSpans(question, tokens, claims).length > 0 && far.length > 0) {
    // What nothing near knows may be a value that cannot be used here; saying so is better than not knowing it.
    const second = await findValues(candidates, lookup, { views: far, entities, signal })
    claims = claimValues(candidates, [...first.found, ...second.found], words, tokens)
    missing = [...new Set([...missing, ...second.missing])]
  }
  const spans = unknownSpans(question, tokens, claims)
  const options = { views: near, entities, signal }
  if (spans.length > 0) throw await askAbout(spans, { lexicon, lookup, options, missing, context })
  return resolveDraft(draftQuestion(claims, tokens), { ...context, memory, record, now })
}

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

/** Views whose values could be meant: those of the measures named or remembered, with their entities; else all. */
function searchedViews(claims: readonly Claim[], memory: Intent | undefined, model: SemanticModel): MetricView[] {
  const terms = claims.filter((claim) => claim.kind === 'term')
  const measured = terms.flatMap((claim) => measuresOf(claim).map(({ view }) => view))
  const grouped = terms.flatMap((claim) => {
    const entity = entityOf(claim)
    return [...dimensionsOf(claim).map(({ view }) => view), ...(entity ? [model.entities.get(entity)!.view] : [])]
  })
  const named = measured.length > 0 ? measured : grouped
  const remembered =
    memory?.measures.flatMap((use) =>
      use.kind === 'measure' ? [use.ref.view] : use.kind === 'ratio' ? [use.over.view, use.under.view] : [],
    ) ?? []
  const names = new Set([...named, ...remembered])
  if (names.size === 0) return [...model.views.values()]
  return reachableViews(
    [...names].map((name) => model.views.get(name)!),
    model,
  )
}

type Span = { from: number; to: number; text: string }

function unknownSpans(question: string, tokens: readonly Token[], claims: readonly Claim[]): Span[] {
  const unknown = [...unknownTokens(tokens, claims)].sort((one, other) => one - other)
  const spans: { from: number; to: number }[] = []
  for (const index of unknown) {
    const last = spans.at(-1)
    if (last?.to === index) last.to = index + 1
    else spans.push({ from: index, to: index + 1 })
  }
  return spans.map(({ from, to }) => ({ from, to, text: textOf(question, tokens, from, to) }))
}

type AskOptions = {
  lexicon: Lexicon
  lookup: Lookup
  options: Parameters<Lookup['nearest']>[1]
  missing: readonly string[]
  context: ResolveContext
}

async function askAbout(
  spans: readonly Span[],
  { lexicon, lookup, options, missing, context }: AskOptions,
): Promise<AskBack> {
  const near = await Promise.all(spans.slice(0, 3).map(({ text }) => lookup.nearest(text, options)))
  const unchecked = [...new Set([...missing, ...near.flatMap((result) => result.missing)])]
  return new AskBack(
    notUnderstood(
      spans,
      near.flatMap(({ found }) => found),
      unchecked,
      lexicon,
      context,
    ),
  )
}
