import * as z from 'zod'
import { approvalSchema } from './approvalSchema.ts'
import { authenticationSchema } from './authenticationSchema.ts'
import { auditSchema, storeSchema, telemetrySchema } from './recordKeepingSchemas.ts'
import { entitySchema, viewSchema, writeSchema } from './recordSchemas.ts'
import { sourceSchema } from './sourceSchema.ts'
import { budgetSchema, priceSchema } from './spendingSchemas.ts'
import { identifier, positiveInteger } from './values.ts'

/** Everything that a configuration may hold. Unknown keys are refused. */
export const configSchema = z.strictObject({
  sources: z.record(identifier, sourceSchema),
  views: z.array(viewSchema).optional(),
  entities: z.record(identifier, entitySchema).optional(),
  prices: priceSchema.optional(),
  authentication: authenticationSchema,
  allowedOrigins: z
    .array(z.string().refine(isOrigin, { error: 'expected an origin such as "https://crm.example"' }))
    .optional(),
  results: z
    .strictObject({
      timeToLiveMs: positiveInteger.optional(),
      maxBytesPerResult: positiveInteger.optional(),
      maxBytes: positiveInteger.optional(),
    })
    .optional(),
  budgets: budgetSchema.optional(),
  audit: auditSchema.optional(),
  telemetry: telemetrySchema.optional(),
  store: storeSchema.optional(),
  writes: z.record(identifier, writeSchema).optional(),
  approvals: approvalSchema.optional(),
  maxRows: positiveInteger.optional(),
  now: z.iso.datetime({ offset: true, error: 'expected a time such as "2026-11-20T09:00:00Z"' }).optional(),
})

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value
}
