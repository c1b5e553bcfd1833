import * as z from 'zod'
import { answerErrorSchema, answerSchema, clarificationSchema, stepSchema, warningSchema } from './answer.ts'
import { approvalRequestSchema } from './approval.ts'
import { costSchema } from './cost.ts'
import { columnSchema, resultPageSchema } from './rowset.ts'

/**
 * What `ask` tells while it works. Noun then verb. A reader passes over types that it does not know, and ends in the
 * same state when it sees none of them: the final answer is authoritative.
 */
export const answerEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer-start'), answerId: z.string(), conversationId: z.string() }),
  /** The plan is known: every step that will run, the columns to expect, and what it will cost. */
  z.object({
    type: z.literal('plan-ready'),
    title: z.string(),
    explanation: z.string(),
    steps: z.array(stepSchema),
    cost: costSchema,
    /** Lets a page draw the table's headings before the first row. */
    columns: z.array(columnSchema).optional(),
  }),
  z.object({ type: z.literal('step-start'), step: stepSchema }),
  /** How far a running step has come, as its source tells it. What it does not tell is left out. */
  z.object({
    type: z.literal('step-progress'),
    stepId: z.string(),
    /** `waking`: the warehouse starts first; `queued`: it is busy with others. */
    state: z.enum(['waking', 'queued', 'running']),
    /** Since the step started. */
    elapsedMs: z.number().nonnegative(),
    /** Share of the work that is done, from 0 to 1. */
    fraction: z.number().min(0).max(1).optional(),
    /** Rows that the source has read so far, which is more than it will send. */
    rowsRead: z.number().int().nonnegative().optional(),
    bytesScanned: z.number().nonnegative().optional(),
    /** The source's own words. */
    message: z.string().optional(),
  }),
  z.object({ type: z.literal('step-end'), step: stepSchema }),
  z.object({ type: z.literal('result-ready'), result: resultPageSchema }),
  z.object({ type: z.literal('text-delta'), text: z.string() }),
  z.object({ type: z.literal('warning'), warning: warningSchema }),
  z.object({ type: z.literal('clarification'), clarification: clarificationSchema }),
  /** Nothing runs before somebody has agreed. */
  z.object({ type: z.literal('approval-requested'), request: approvalRequestSchema }),
  z.object({ type: z.literal('error'), error: answerErrorSchema }),
  z.object({ type: z.literal('answer-end'), answer: answerSchema }),
])
