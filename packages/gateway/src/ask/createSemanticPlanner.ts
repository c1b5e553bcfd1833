import type { Clarification } from '@lakefront/contract'
import { maxQuestionLength } from '@lakefront/contract/schemas'
import { planQuery } from '../federation/plan/planQuery.ts'
import { PlanError, type PlanSource } from '../federation/plan/types.ts'
import { bindCatalog } from '../semantic/bind/bindCatalog.ts'
import type { SemanticModel } from '../semantic/port.ts'
import { ExpressionError } from '../semantic/sqlTree.ts'
import { AskBack } from './clarify/AskBack.ts'
import { emptyQuestion, tooLong } from './clarify/plainReplies.ts'
import { describeResult } from './describe/describeResult.ts'
import type { Intent } from './intent.ts'
import type { Planner, PlannerInput, PlannerOutput } from './port.ts'
import { readQuestion } from './readQuestion.ts'
import { refuse } from './refuse.ts'
import { followUps, starterQuestions } from './suggest.ts'
import type { Lookup } from './values/lookup.ts'

export type SemanticPlannerOptions = {
  model: SemanticModel
  lookup: Lookup
  sources: ReadonlyMap<string, PlanSource>
}

/** The planner that needs no model: it reads questions by the words of the semantic model and of live values. */
export function createSemanticPlanner(options: SemanticPlannerOptions): Planner {
  const { sources } = options
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
        const intent = await readQuestion(question, { ...input, question }, { ...options, model })
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

const ask = (clarification: Clarification): PlannerOutput => ({ kind: 'clarification', clarification })

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
