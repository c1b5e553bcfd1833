import * as z from 'zod'
import { approvalMoveSchema } from './approval.ts'
import { costSchema, lineageSchema } from './cost.ts'

/** A statement that was sent to a source. Values in it are keyed hashes. */
export const auditStatementSchema = z.object({
  source: z.string(),
  dialect: z.string(),
  sql: z.string(),
  tables: z.array(z.string()),
  /** `table.column` of everything that it names. */
  columns: z.array(z.string()),
  startedAt: z.string(),
  status: z.enum(['running', 'done', 'left', 'failed']),
  /** Rows that left the source. */
  rowsOut: z.number().int().nonnegative(),
  bytesScanned: z.number().nonnegative().nullable(),
})

/** One call as the audit trail has it: all entries about it, put together. */
export const auditCallSchema = z.object({
  callId: z.string(),
  tool: z.string(),
  userId: z.string(),
  agentId: z.string().nullable(),
  roles: z.array(z.string()),
  /** With whatever looks like personal data as keyed hashes. */
  question: z.string().nullable(),
  startedAt: z.string(),
  /** `null` while it goes on, or when its gateway died. */
  endedAt: z.string().nullable(),
  /** The answer's own status, `done`, `failed`, or `running`. */
  status: z.string(),
  errorCode: z.string().nullable(),
  statements: z.array(auditStatementSchema),
  lineage: lineageSchema.shape.columns,
  rowsShown: z.number().int().nonnegative(),
  cost: costSchema.nullable(),
  verdicts: z
    .object({
      guard: z.string(),
      budget: z.string(),
      /** Of effects: whether they may happen, and why. */
      policy: z.object({ verdict: z.enum(['deny', 'ask', 'allow']), because: z.array(z.string()) }).optional(),
    })
    .nullable(),
  approval: z
    .object({
      requestId: z.string(),
      shownHash: z.string(),
      state: z.string(),
      decisions: z.array(z.object({ userId: z.string(), decision: approvalMoveSchema, decidedAt: z.string() })),
    })
    .nullable(),
  /** Keyed hash of exactly what was answered. */
  shownHash: z.string().nullable(),
  /** The entries in the chain, oldest first. */
  entries: z.array(
    z.object({ sequence: z.number().int().positive(), kind: z.string(), hash: z.string(), recordedAt: z.string() }),
  ),
})

/** What checking the entries of a page against the chain has shown. */
export const auditChainSchema = z.object({
  /** Entries of the tenant's chain. */
  length: z.number().int().nonnegative(),
  isWhole: z.boolean(),
  /** The first entry that does not fit, and what is wrong with it. */
  firstBroken: z.object({ sequence: z.number().int().positive(), message: z.string() }).nullable(),
})
