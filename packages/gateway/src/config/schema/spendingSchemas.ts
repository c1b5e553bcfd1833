import * as z from 'zod'
import { day, positiveInteger, text, timeZone, usd } from './values.ts'

/** What may be spent, by whom and in which time. */
export const budgetSchema = z.strictObject({
  caps: z
    .array(
      z.strictObject({
        scope: z.enum(['tenant', 'user', 'agent']),
        id: text.optional(),
        tenant: text.optional(),
        period: z.enum(['query', 'day', 'month']),
        capUsd: usd,
        confirmAboveUsd: usd.optional(),
      }),
    )
    .min(1),
  timeZone: timeZone.optional(),
  tenantTimeZones: z.record(z.string(), timeZone).optional(),
  unknownCost: z.enum(['allow', 'approve', 'deny']).optional(),
  readers: z.array(text).optional(),
  reservationMs: positiveInteger.max(86_400_000).optional(),
})

const tokenPriceSchema = z.strictObject({ input: z.number().nonnegative(), output: z.number().nonnegative() })

const warehousePriceSchema = z.strictObject({
  unitsPerHour: z.number().positive(),
  usdPerUnit: z.number().nonnegative(),
  leastBilledMs: z.int().nonnegative().optional(),
  bytesPerSecond: z.number().positive().optional(),
})

/** What reading and thinking cost. */
export const priceSchema = z.strictObject({
  asOf: day,
  usdPerTebibyteScanned: z.record(z.string(), z.number().nonnegative()).optional(),
  usdPerMillionTokens: z.record(z.string(), tokenPriceSchema).optional(),
  warehouses: z.record(z.string(), warehousePriceSchema).optional(),
})
