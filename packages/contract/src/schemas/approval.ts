import * as z from 'zod'
import { costSchema } from './cost.ts'
import { cellSchema } from './rowset.ts'

/**
 * What a tool does to the world: `read` looks, `costly-read` looks at a price, `write` changes a record, `activate` sends
 * something out of the company, `destructive` cannot be undone.
 */
export const effectClassSchema = z.enum(['read', 'costly-read', 'write', 'activate', 'destructive'])

/**
 * How much happens by itself. `observe`: nothing but reading. `propose`: everything else is asked for. `limited`: what stays
 * within the stated limits runs, the rest is asked for. `autonomous`: everything runs and is on the record.
 */
export const autonomyLevelSchema = z.enum(['observe', 'propose', 'limited', 'autonomous'])

/** One field as it is and as it would be. */
export const fieldChangeSchema = z.object({
  column: z.string(),
  title: z.string(),
  /** `null` in a record that is new. */
  before: cellSchema,
  after: cellSchema,
})

/** An effect as the approver sees it: all that the decision is bound to. */
export const shownEffectSchema = z.object({
  tool: z.string(),
  /** One sentence: what will happen. */
  title: z.string(),
  effectClass: effectClassSchema,
  source: z.string(),
  sourceTitle: z.string(),
  /** The record that changes; without an id while it does not exist. */
  record: z.object({ entity: z.string(), id: z.string().nullable(), label: z.string() }).optional(),
  changes: z.array(fieldChangeSchema),
  /** The question that it answers, when it is one. */
  question: z.string().optional(),
  /** Statements that it sends; keys that an earlier one finds are abbreviated. */
  statements: z
    .array(z.object({ source: z.string(), sourceTitle: z.string(), dialect: z.string(), sql: z.string() }))
    .optional(),
  /** `source.table` of everything that it reads or writes. */
  tables: z.array(z.string()).optional(),
  estimate: costSchema.shape.estimate.nullable(),
  /** Date of the prices in the estimate, `yyyy-mm-dd`. */
  pricesAsOf: z.string().nullable().optional(),
  /** Rows or records, and people, that it touches; `null` is not known. */
  rows: z.number().int().nonnegative().nullable(),
  people: z.number().int().nonnegative().nullable(),
  /** Kinds of personal data that it touches, such as `email`. */
  piiClasses: z.array(z.string()),
  channels: z.array(z.string()),
})

/**
 * `pending`: somebody has to decide. `approved`: agreed to, about to happen; what is read happens when whoever asked for it
 * asks again. `done`, `failed`: how it went. `rejected`, `withdrawn`, `expired`: it never happened. `replaced`: edited, the
 * edited one is a request of its own.
 */
export const approvalStateSchema = z.enum([
  'pending',
  'approved',
  'done',
  'failed',
  'rejected',
  'withdrawn',
  'expired',
  'replaced',
])

/**
 * `ask` puts a question to whoever asked for it, who may `answer` it or `withdraw` the request; neither decides anything.
 */
export const approvalMoveSchema = z.enum(['approve', 'reject', 'ask', 'answer', 'withdraw'])

/** What a standing permission covers: everything here has to fit. `null` is any. */
export const grantTermsSchema = z.object({
  /** Whose requests. */
  userId: z.string(),
  /** Only through this agent; `null`: only when the person asks without one. */
  agentId: z.string().nullable(),
  tool: z.string(),
  source: z.string(),
  effectClass: effectClassSchema,
  entity: z.string().nullable(),
  /** Only these columns may be written. */
  columns: z.array(z.string()).nullable(),
  /** Digest of the statements but for the values in them; reads only. */
  shape: z.string().nullable(),
  /** Each time at most, in US dollars; a cost that is not known is over it. `null` where nothing is billed. */
  maxCostUsd: z.number().nonnegative().nullable(),
  maxRows: z.number().int().nonnegative().nullable(),
  maxPeople: z.number().int().nonnegative().nullable(),
  piiClasses: z.array(z.string()),
  channels: z.array(z.string()),
})

/** "Always allow this": said once, listed, and taken back by whoever may decide. */
export const grantSchema = z.object({
  grantId: z.string(),
  terms: grantTermsSchema,
  /** What it covers, a sentence each. */
  covers: z.array(z.string()),
  grantedBy: z.string(),
  /** The request that it was said about. */
  requestId: z.string(),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  /** How often something ran by it, and when last. */
  uses: z.number().int().nonnegative(),
  lastUsedAt: z.string().nullable(),
})

export const approvalDecisionSchema = z.object({
  userId: z.string(),
  decision: approvalMoveSchema,
  reason: z.string().nullable(),
  decidedAt: z.string(),
})

export const approvalRequestSchema = z.object({
  requestId: z.string(),
  state: approvalStateSchema,
  shown: shownEffectSchema,
  /** SHA-256 over the RFC 8785 form of `shown`, hexadecimal. A decision names it, so that it is about this and nothing else. */
  shownHash: z.string(),
  /** Why it is asked for. */
  because: z.array(z.string()),
  requestedBy: z.object({ userId: z.string(), agentId: z.string().nullable() }),
  /** Any of these roles may decide; empty means everybody. So many have to approve. */
  approvers: z.object({ roles: z.array(z.string()), quorum: z.number().int().positive(), fourEyes: z.boolean() }),
  decisions: z.array(approvalDecisionSchema),
  createdAt: z.string(),
  /** At this time it is refused by itself. */
  expiresAt: z.string(),
  replacedBy: z.string().nullable(),
  /** What the caller may do with it now, apart from looking at it. */
  mayDo: z.array(z.enum(['approve', 'reject', 'ask', 'answer', 'withdraw', 'edit', 'grant'])),
  /** What "always allow this" would cover, a sentence each; `null` when it is not offered. */
  grantCovers: z.array(z.string()).nullable(),
  /** The same as data, for whoever says it in another language. */
  grantTerms: grantTermsSchema.nullish(),
  /** How it went: the record that was written, or why it was not. */
  outcome: z.object({ recordId: z.string().nullable(), message: z.string().nullable() }).nullable(),
})
