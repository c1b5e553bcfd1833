import * as z from 'zod'
import { answerSchema, costSchema, questionContextSchema, stepSchema } from './answer.ts'
import { approvalRequestSchema } from './approval.ts'
import { catalogSchema } from './catalog.ts'
import { recordSchema, recordSummarySchema } from './record.ts'
import { cellSchema, resultPageSchema } from './rowset.ts'

/** Longest question that is read, in UTF-16 code units. */
export const maxQuestionLength = 4_000

export const askInputSchema = z.object({
  question: z.string().describe('A question in plain words about the figures and records of the connected systems.'),
  conversationId: z.string().max(100).optional().describe('From an earlier answer, to ask a follow-up.'),
  context: questionContextSchema.optional().describe('The record the person is looking at, for "this account".'),
  pageSize: z.number().int().min(1).max(10_000).default(200).describe('Rows in the first page of the result.'),
})
export const askOutputSchema = answerSchema

export const runQueryInputSchema = z.object({
  source: z.string().describe('Source id from describe_catalog.'),
  sql: z.string().max(100_000).describe('One read-only statement in the dialect of the source.'),
  maxRows: z.number().int().min(1).optional().describe('Stop after this many rows and say truncated.'),
  pageSize: z.number().int().min(1).max(10_000).default(200).describe('Rows in the first page.'),
})
export const runQueryOutputSchema = z.object({ result: resultPageSchema, step: stepSchema, cost: costSchema })

export const estimateQueryInputSchema = runQueryInputSchema.pick({ source: true, sql: true })
export const estimateQueryOutputSchema = z.object({
  cost: costSchema,
  /** How far the gateway's estimates were off before: actual ÷ expected, over the runs that it remembers. */
  pastError: z.object({
    runs: z.number().int().nonnegative(),
    medianRatio: z.number().nonnegative().nullable(),
    p90Ratio: z.number().nonnegative().nullable(),
  }),
})

export const fetchRowsInputSchema = z.object({
  handle: z.string().max(200),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(0).max(10_000).default(1_000).describe('0 asks for a new link only.'),
})
export const fetchRowsOutputSchema = resultPageSchema

export const describeCatalogInputSchema = z.object({
  source: z.string().optional().describe('Only this source; all of them when left out.'),
})
export const describeCatalogOutputSchema = catalogSchema

export const getRecordInputSchema = z.object({
  entity: z.string(),
  id: z.string().max(200),
  sections: z.array(z.string()).optional().describe('Only these sections; all of them when left out.'),
})
export const getRecordOutputSchema = recordSchema

export const searchRecordsInputSchema = z.object({
  entity: z.string(),
  query: z.string().max(200).default('').describe('Words in the name; empty lists the first records.'),
  limit: z.number().int().min(1).max(200).default(20),
  offset: z.number().int().nonnegative().default(0),
})
export const searchRecordsOutputSchema = z.object({
  records: z.array(recordSummarySchema),
  /** Records that match, when the source could count them. */
  total: z.number().int().nonnegative().nullable(),
  asOf: z.string(),
})

const requestIdSchema = z
  .uuid()
  .optional()
  .describe('Names this wish, so that asking again after a lost reply does nothing twice.')
const valuesSchema = z.record(z.string(), cellSchema)

export const createRecordInputSchema = z.object({
  entity: z.string(),
  values: valuesSchema.describe('What is to stand in the new record, by column.'),
  requestId: requestIdSchema,
})
export const updateRecordInputSchema = z.object({
  entity: z.string(),
  id: z.string().max(200),
  values: valuesSchema.describe('What is to stand in it, by column; other columns stay.'),
  requestId: requestIdSchema,
})
/** `approval_required`: nothing has happened yet, somebody has to decide. `accepted`: approved, and about to happen. */
export const effectOutputSchema = z.object({
  status: z.enum(['done', 'accepted', 'approval_required', 'not_done']),
  request: approvalRequestSchema,
})

export const decideApprovalInputSchema = z.object({
  requestId: z.string().max(100),
  decision: z.enum(['approve', 'reject', 'ask', 'edit']),
  shownHash: z.string().max(100).describe('Of the request as it was shown; another one is refused.'),
  reason: z.string().max(2_000).optional().describe('Why it is rejected, or the question to who asked for it.'),
  values: valuesSchema.optional().describe('Only with edit: what is to stand in the record instead.'),
})

export const listApprovalsInputSchema = z.object({
  which: z.enum(['open', 'ended']).optional().describe('Left out: all.'),
  limit: z.number().int().min(1).max(200).default(50),
})
export const listApprovalsOutputSchema = z.object({ requests: z.array(approvalRequestSchema), asOf: z.string() })

/** Every tool of the gateway: name to input and output. */
export const toolSchemas = {
  ask: { input: askInputSchema, output: askOutputSchema },
  run_query: { input: runQueryInputSchema, output: runQueryOutputSchema },
  estimate_query: { input: estimateQueryInputSchema, output: estimateQueryOutputSchema },
  fetch_rows: { input: fetchRowsInputSchema, output: fetchRowsOutputSchema },
  describe_catalog: { input: describeCatalogInputSchema, output: describeCatalogOutputSchema },
  get_record: { input: getRecordInputSchema, output: getRecordOutputSchema },
  search_records: { input: searchRecordsInputSchema, output: searchRecordsOutputSchema },
  create_record: { input: createRecordInputSchema, output: effectOutputSchema },
  update_record: { input: updateRecordInputSchema, output: effectOutputSchema },
  decide_approval: { input: decideApprovalInputSchema, output: effectOutputSchema },
  list_approvals: { input: listApprovalsInputSchema, output: listApprovalsOutputSchema },
} as const
