import * as z from 'zod'
import { costSchema } from './answer.ts'
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
  /** The statement, when it is one, as it will be sent. */
  sql: z.string().optional(),
  estimate: costSchema.shape.estimate.nullable(),
  /** Rows or records, and people, that it touches; `null` is not known. */
  rows: z.number().int().nonnegative().nullable(),
  people: z.number().int().nonnegative().nullable(),
  /** Kinds of personal data that it touches, such as `email`. */
  piiClasses: z.array(z.string()),
  channels: z.array(z.string()),
})

/**
 * `pending`: somebody has to decide. `approved`: agreed to, about to happen. `done`, `failed`: how it went. `rejected`,
 * `expired`: it never happened. `replaced`: edited, the edited one is a request of its own.
 */
export const approvalStateSchema = z.enum(['pending', 'approved', 'done', 'failed', 'rejected', 'expired', 'replaced'])

export const approvalDecisionSchema = z.object({
  userId: z.string(),
  decision: z.enum(['approve', 'reject', 'ask']),
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
  /** How it went: the record that was written, or why it was not. */
  outcome: z.object({ recordId: z.string().nullable(), message: z.string().nullable() }).nullable(),
})
