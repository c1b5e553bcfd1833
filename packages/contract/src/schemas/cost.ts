import * as z from 'zod'

/** Dated prices turn bytes into money; without a price the amount is unknown, which is `null`, never zero. */
export const costAmountSchema = z.object({
  bytesScanned: z.number().nonnegative().nullable(),
  costUsd: z.number().nonnegative().nullable(),
})

export const costSchema = z.object({
  estimate: z.object({
    low: costAmountSchema,
    expected: costAmountSchema,
    high: costAmountSchema,
    confidence: z.enum(['exact', 'upper-bound', 'heuristic', 'none']),
    /** How it was worked out, in a few words. */
    basis: z.string(),
  }),
  /** `null` until everything has run. */
  actual: costAmountSchema.nullable(),
  /** Date of the price table, `yyyy-mm-dd`; `null` when no prices are configured. */
  pricesAsOf: z.string().nullable(),
})

/** Where each column comes from, down to the source's columns. */
export const lineageSchema = z.object({
  sources: z.array(
    z.object({
      source: z.string(),
      title: z.string(),
      tables: z.array(z.string()),
      /** When this source was read, ISO 8601. */
      readAt: z.string(),
    }),
  ),
  columns: z.array(
    z.object({
      column: z.string(),
      /** `source.table.column` of everything that went into it. */
      from: z.array(z.string()),
      /** The metric view expression, when one was used. */
      expression: z.string().optional(),
      /** Metric view and member, such as `sales.gross_margin`. */
      definition: z.string().optional(),
      /** What the metric view says of the figure, such as which rows do not count. */
      comment: z.string().optional(),
    }),
  ),
})
