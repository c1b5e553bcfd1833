import * as z from 'zod'
import { answerSchema, questionContextSchema, stepSchema } from './answer.ts'
import { approvalRequestSchema, autonomyLevelSchema, effectClassSchema, grantSchema } from './approval.ts'
import { auditCallSchema, auditChainSchema } from './audit.ts'
import { autonomyLimitsSchema, autonomySchema, simulationSchema } from './autonomy.ts'
import { capUseSchema, spendDimensionSchema, spendLineSchema } from './budget.ts'
import { catalogSchema } from './catalog.ts'
import { costSchema } from './cost.ts'
import { recordSchema, recordSummarySchema } from './record.ts'
import { cellSchema, resultPageSchema } from './rowset.ts'

/** Longest question that is read, in UTF-16 code units. */
export const maxQuestionLength = 4_000

const approvalIdSchema = z
  .uuid()
  .optional()
  .describe('An approved request for exactly this, after the status approval-required.')

export const askInputSchema = z.object({
  question: z.string().describe('A question in plain words about the figures and records of the connected systems.'),
  conversationId: z.string().max(100).optional().describe('From an earlier answer, to ask a follow-up.'),
  context: questionContextSchema.optional().describe('The record the person is looking at, for "this account".'),
  pageSize: z.number().int().min(1).max(10_000).default(200).describe('Rows in the first page of the result.'),
  approvalId: approvalIdSchema,
})
export const askOutputSchema = answerSchema

export const runQueryInputSchema = z.object({
  source: z.string().describe('Source id from describe_catalog.'),
  sql: z.string().max(100_000).describe('One read-only statement in the dialect of the source.'),
  maxRows: z.number().int().min(1).optional().describe('Stop after this many rows and say truncated.'),
  pageSize: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(200)
    .describe('Rows in the first page. 0 answers once the columns are known; every row comes by the stream.'),
  approvalId: approvalIdSchema,
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
  decision: z.enum(['approve', 'reject', 'ask', 'answer', 'withdraw', 'edit']),
  shownHash: z.string().max(100).describe('Of the request as it was shown; another one is refused.'),
  reason: z
    .string()
    .max(2_000)
    .optional()
    .describe('Why it is rejected, the question to who asked for it, or the answer.'),
  alwaysAllow: z
    .array(z.string())
    .optional()
    .describe('Only with approve: from now on allow what grantCovers says, word for word as it was shown.'),
  values: valuesSchema
    .optional()
    .describe(
      'Only with edit: what is to stand in the record instead, by column; for a read, its question or its sql.',
    ),
})

export const listApprovalsInputSchema = z.object({
  which: z.enum(['open', 'ended']).optional().describe('Left out: all.'),
  requestIds: z.array(z.string().max(100)).max(200).optional().describe('Only these.'),
  search: z.string().max(200).optional().describe('Words in what would happen.'),
  requestedBy: z.string().max(200).optional(),
  agentId: z.string().max(200).optional(),
  source: z.string().max(200).optional(),
  effectClass: effectClassSchema.optional(),
  limit: z.number().int().min(1).max(200).default(50),
  before: z.string().max(200).optional().describe('From an earlier list: go on where it ended.'),
})
export const listApprovalsOutputSchema = z.object({
  requests: z.array(approvalRequestSchema),
  /** To be sent as `before` for the ones that follow; `null`: there are no more. */
  next: z.string().nullable(),
  asOf: z.string(),
})

export const listGrantsInputSchema = z.object({
  which: z.enum(['open', 'ended']).default('open').describe('Those that hold, or those that were revoked.'),
})
export const listGrantsOutputSchema = z.object({
  grants: z.array(grantSchema.extend({ mayRevoke: z.boolean() })),
  asOf: z.string(),
})
export const revokeGrantInputSchema = z.object({ grantId: z.string().max(100) })
export const revokeGrantOutputSchema = z.object({ grant: grantSchema })

export const readAutonomyInputSchema = z.object({})
export const setAutonomyInputSchema = z.object({
  level: autonomyLevelSchema,
  limits: autonomyLimitsSchema.default({}),
  version: z.string().max(100).describe('Of the setting that it was made from; refused when another holds by now.'),
})
export const simulateAutonomyInputSchema = setAutonomyInputSchema
  .omit({ version: true })
  .extend({ days: z.number().int().min(1).max(366).default(7).describe('So many days back from now.') })

export const readBudgetInputSchema = z.object({})
export const readBudgetOutputSchema = z.object({
  /** The fullest first. */
  caps: z.array(capUseSchema),
  timeZone: z.string(),
  asOf: z.string(),
})

const dateSchema = z.iso.date().optional()
export const reportSpendingInputSchema = z.object({
  by: spendDimensionSchema,
  from: dateSchema.describe('First day, in the time zone of the tenant. Default: the first of this month.'),
  to: dateSchema.describe('Last day. Default: today.'),
  limit: z.number().int().min(1).max(1_000).default(100),
})
export const reportSpendingOutputSchema = z.object({
  by: spendDimensionSchema,
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  /** Days in their order, anything else by what was spent, most first. */
  lines: z.array(spendLineSchema),
  /** Over all lines, also those beyond `limit`. */
  total: spendLineSchema.pick({ runs: true, spentUsd: true, assumedUsd: true }),
  lineCount: z.number().int().nonnegative(),
  /** Whose runs it counts: only the caller's, or everybody's of the tenant. */
  covers: z.enum(['user', 'tenant']),
  asOf: z.string(),
})

export const readAuditInputSchema = z.object({
  callId: z.string().max(100).optional().describe('Only this call; the answerId of an answer is its call.'),
  userId: z.string().max(200).optional(),
  tool: z.string().max(100).optional(),
  source: z.string().max(200).optional(),
  status: z.string().max(100).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  limit: z.number().int().min(1).max(200).default(50),
  before: z.number().int().positive().optional().describe('From an earlier page: go on where it ended.'),
})
export const readAuditOutputSchema = z.object({
  /** The newest first. */
  calls: z.array(auditCallSchema),
  /** To be sent as `before` for the ones that follow; `null`: there are no more. */
  next: z.number().int().positive().nullable(),
  chain: auditChainSchema,
  /** Whose calls it shows: only the caller's, or everybody's of the tenant. */
  covers: z.enum(['user', 'tenant']),
  asOf: z.string(),
})

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
  list_grants: { input: listGrantsInputSchema, output: listGrantsOutputSchema },
  revoke_grant: { input: revokeGrantInputSchema, output: revokeGrantOutputSchema },
  read_autonomy: { input: readAutonomyInputSchema, output: autonomySchema },
  set_autonomy: { input: setAutonomyInputSchema, output: autonomySchema },
  simulate_autonomy: { input: simulateAutonomyInputSchema, output: simulationSchema },
  read_budget: { input: readBudgetInputSchema, output: readBudgetOutputSchema },
  report_spending: { input: reportSpendingInputSchema, output: reportSpendingOutputSchema },
  read_audit: { input: readAuditInputSchema, output: readAuditOutputSchema },
} as const
