import * as z from 'zod'
import { resultPageSchema } from './rowset.ts'

/** A record that the question is asked from, such as the account page that the panel is docked to. */
export const questionContextSchema = z.object({
  entity: z.string(),
  id: z.string(),
  label: z.string().optional(),
})

export const stepStatusSchema = z.enum(['planned', 'running', 'done', 'failed', 'skipped'])

/** One statement at one source, or the join in the gateway (`source: "gateway"`). */
export const stepSchema = z.object({
  id: z.string(),
  /** Source id from the configuration, or `gateway` for the local join. */
  source: z.string(),
  /** What people call the source, such as `Lakehouse`. */
  sourceTitle: z.string(),
  /** One short sentence: why this step runs. */
  purpose: z.string(),
  /** The statement as it was sent; before the run, long key lists are abbreviated. */
  sql: z.string(),
  dialect: z.string(),
  status: stepStatusSchema,
  /** Rows that left the source. `null` before it has run. */
  rows: z.number().int().nonnegative().nullable(),
  durationMs: z.number().nonnegative().nullable(),
  /** Bytes that the source says it read. `null` means unknown, never zero. */
  bytesScanned: z.number().nonnegative().nullable(),
  /** How many keys of an earlier step were pushed into this one. */
  keysPushed: z.number().int().nonnegative().optional(),
  /** Step ids whose rows this one needs first. */
  dependsOn: z.array(z.string()),
  error: z.string().optional(),
})

/** Dated prices turn bytes into money; without a price the amount is unknown, which is `null`, never zero. */
export const costAmountSchema = z.object({
  bytesScanned: z.number().nonnegative().nullable(),
  costUsd: z.number().nonnegative().nullable(),
})

export const costSchema = z.object({
  estimate: z.object({
    low: costAmountSchema,
    expected: costAmountSchema,
    high: costAmountSchema,
    confidence: z.enum(['exact', 'upper-bound', 'heuristic', 'none']),
    /** How it was worked out, in a few words. */
    basis: z.string(),
  }),
  /** `null` until everything has run. */
  actual: costAmountSchema.nullable(),
  /** Date of the price table, `yyyy-mm-dd`; `null` when no prices are configured. */
  pricesAsOf: z.string().nullable(),
})

/** Where each column comes from, down to the source's columns. */
export const lineageSchema = z.object({
  sources: z.array(
    z.object({
      source: z.string(),
      title: z.string(),
      tables: z.array(z.string()),
      /** When this source was read, ISO 8601. */
      readAt: z.string(),
    }),
  ),
  columns: z.array(
    z.object({
      column: z.string(),
      /** `source.table.column` of everything that went into it. */
      from: z.array(z.string()),
      /** The metric view expression, when one was used. */
      expression: z.string().optional(),
      /** Metric view and member, such as `sales.gross_margin`. */
      definition: z.string().optional(),
      /** What the metric view says of the figure, such as which rows do not count. */
      comment: z.string().optional(),
    }),
  ),
})

export const warningSchema = z.object({
  /** Stable, such as `unmatched-keys`, `truncated`, `source-unavailable`, `partial-period`. */
  code: z.string(),
  message: z.string(),
  source: z.string().optional(),
})

/** Something to choose from when a word was not understood or means several things. */
export const clarificationChoiceSchema = z.object({
  /** What a button reads. */
  label: z.string(),
  /** The question to ask when it is chosen. */
  question: z.string(),
  description: z.string().optional(),
})

export const clarificationSchema = z.object({
  reason: z.enum(['not-understood', 'ambiguous', 'missing-measure', 'empty', 'too-long']),
  /** The words of the question that could not be mapped. */
  words: z.array(z.string()),
  message: z.string(),
  choices: z.array(clarificationChoiceSchema),
})

/**
 * `partial`: a source was missing and the text says which. `unavailable`: nothing could be answered because a source is
 * down. `refused`: asked for something that is not allowed, such as changing data. `failed`: anything else.
 */
export const answerStatusSchema = z.enum([
  'answered',
  'partial',
  'clarification',
  'unavailable',
  'refused',
  'failed',
  'cancelled',
])

/** The cap that a run would have gone over, and how full it was. */
export const budgetRefusalSchema = z.object({
  /** Whose cap it is. */
  scope: z.enum(['tenant', 'user', 'agent']),
  period: z.enum(['query', 'day', 'month']),
  capUsd: z.number().nonnegative(),
  spentUsd: z.number().nonnegative(),
  /** Set aside for runs that have not ended. */
  reservedUsd: z.number().nonnegative(),
  /** What this run would have needed at most. */
  neededUsd: z.number().nonnegative(),
  /** When the period ends, ISO 8601; `null` for a cap on a single query, which no time changes. */
  resetsAt: z.string().nullable(),
})

export const answerErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean(),
  source: z.string().optional(),
  /** When the gateway will try the source again, ISO 8601. */
  retryAt: z.string().optional(),
  /** The budget that stood in the way. Nothing was run. */
  budget: budgetRefusalSchema.optional(),
})

export const answerSchema = z.object({
  answerId: z.string(),
  conversationId: z.string(),
  question: z.string(),
  status: answerStatusSchema,
  /** Markdown for people: the finding. */
  text: z.string(),
  /** One sentence: how it was computed. */
  explanation: z.string(),
  /** What the result is, such as `Gross margin by account`. Empty when there is none. */
  title: z.string(),
  steps: z.array(stepSchema),
  result: resultPageSchema.optional(),
  lineage: lineageSchema,
  cost: costSchema,
  warnings: z.array(warningSchema),
  /** Follow-ups that this gateway can answer. */
  suggestions: z.array(z.string()),
  clarification: clarificationSchema.optional(),
  error: answerErrorSchema.optional(),
  askedAt: z.string(),
  answeredAt: z.string(),
  durationMs: z.number().nonnegative(),
})
