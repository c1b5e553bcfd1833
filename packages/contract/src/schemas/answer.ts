import * as z from 'zod'
import { approvalRequestSchema } from './approval.ts'
import { budgetRefusalSchema } from './budget.ts'
import { costSchema, lineageSchema } from './cost.ts'
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
 * down. `refused`: asked for something that is not allowed, such as changing data. `approval-required`: nothing has run yet,
 * somebody has to agree to what it costs. `failed`: anything else.
 */
export const answerStatusSchema = z.enum([
  'answered',
  'partial',
  'clarification',
  'unavailable',
  'refused',
  'approval-required',
  'failed',
  'cancelled',
])

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
  /** Who has to agree before it runs; only with `approval-required`. Ask again with its id once that has happened. */
  approval: approvalRequestSchema.optional(),
  askedAt: z.string(),
  answeredAt: z.string(),
  durationMs: z.number().nonnegative(),
})
