import { autonomyLevelSchema, effectClassSchema } from '@lakefront/contract/schemas'
import * as z from 'zod'
import { positiveInteger, text, usd } from './values.ts'

const approversSchema = z
  .strictObject({ roles: z.array(text), quorum: positiveInteger, fourEyes: z.boolean() })
  .partial()

/** What assistants and people may do by themselves, and who agrees to the rest. */
export const approvalSchema = z.strictObject({
  level: autonomyLevelSchema.optional(),
  limits: z
    .strictObject({
      costUsdPerEffect: usd,
      costUsdPerDay: usd,
      rows: z.int().nonnegative(),
      people: z.int().nonnegative(),
      piiClasses: z.array(text),
      channels: z.array(text),
    })
    .partial()
    .optional(),
  rules: z
    .array(
      z.strictObject({
        verdict: z.enum(['deny', 'ask', 'allow']),
        reason: text.optional(),
        tools: z.array(text).optional(),
        sources: z.array(text).optional(),
        effects: z.array(effectClassSchema).optional(),
        agents: z.array(text).optional(),
        roles: z.array(text).optional(),
        approvers: approversSchema.optional(),
      }),
    )
    .optional(),
  approvers: approversSchema.optional(),
  administrators: z.array(text).optional(),
  expiresAfterMs: positiveInteger.optional(),
})
