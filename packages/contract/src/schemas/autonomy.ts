import * as z from 'zod'
import { autonomyLevelSchema } from './approval.ts'

/** Within these an effect runs by itself at the level `limited`. A limit that is left out allows nothing of its kind. */
export const autonomyLimitsSchema = z.object({
  costUsdPerEffect: z.number().nonnegative().optional(),
  costUsdPerDay: z.number().nonnegative().optional(),
  rows: z.number().int().nonnegative().optional(),
  people: z.number().int().nonnegative().optional(),
  piiClasses: z.array(z.string()).optional(),
  channels: z.array(z.string()).optional(),
})

/** How much happens by itself at a tenant. */
export const autonomySchema = z.object({
  level: autonomyLevelSchema,
  limits: autonomyLimitsSchema,
  /** Names this setting; a change names the one that it was made from. */
  version: z.string(),
  /** Who set it and when; `null` as long as the configuration's holds. */
  setBy: z.string().nullable(),
  setAt: z.string().nullable(),
  /** Whether the caller may change it. */
  mayChange: z.boolean(),
})

/** One past request under another setting. */
export const simulatedRequestSchema = z.object({
  requestId: z.string(),
  title: z.string(),
  requestedBy: z.string(),
  createdAt: z.string(),
  /** What would have become of it, and why. */
  verdict: z.enum(['allow', 'ask', 'deny']),
  because: z.array(z.string()),
  /** What it was expected to cost at most; `null` is not known. */
  costUsd: z.number().nonnegative().nullable(),
})

/** What a setting would have done with the requests of a time that is over. */
export const simulationSchema = z.object({
  from: z.string(),
  to: z.string(),
  requests: z.number().int().nonnegative(),
  allowed: z.number().int().nonnegative(),
  asked: z.number().int().nonnegative(),
  denied: z.number().int().nonnegative(),
  /** What those that would have run by themselves cost together; `null` when one of them is not known. */
  allowedCostUsd: z.number().nonnegative().nullable(),
  /** The newest first; `requests` says how many there are. */
  examples: z.array(simulatedRequestSchema),
})
