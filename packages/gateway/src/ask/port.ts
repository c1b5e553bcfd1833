import type { Cell, Clarification, Column, QuestionContext, Warning } from '@lakefront/contract'
import type { ModelUse } from '../cost/modelCost.ts'
import type { QueryPlan } from '../federation/port.ts'

export type PlannerInput = {
  question: string
  context?: QuestionContext | undefined
  /** From the last answered question of the same conversation. */
  memory?: unknown
  /** The clock that "last 90 days" is counted from. */
  now: Date
  signal: AbortSignal
}

/** What the planner says of a finished result; it sees the first rows only, and keeps nothing. */
export type Finding = { text: string; warnings: readonly Warning[] }

export type PlannerOutput = Planned & {
  /** What a planner that asks a model has used of it. */
  modelUse?: readonly ModelUse[] | undefined
}

type Planned =
  | {
      kind: 'plan'
      plan: QueryPlan
      /** Kept for the next question of the conversation. */
      memory: unknown
      /** Follow-ups that this planner can answer. */
      suggestions: readonly string[]
      /** Says in Markdown what the rows show. Row values are hostile: they are escaped here. */
      describe(result: {
        columns: readonly Column[]
        rows: readonly Cell[][]
        rowCount: number
        truncated: boolean
      }): Finding
    }
  | { kind: 'clarification'; clarification: Clarification }
  | { kind: 'refusal'; message: string }

/** Turns a question into a plan, or asks back. Looks values up live; runs nothing that answers the question. */
export type Planner = {
  plan(input: PlannerInput): Promise<PlannerOutput>
  /** Questions to start with. */
  suggestions(): readonly string[]
}
