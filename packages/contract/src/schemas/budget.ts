import * as z from 'zod'

/** The cap that a run would have gone over, and how full it was. */
export const budgetRefusalSchema = z.object({
  /** Whose cap it is. */
  scope: z.enum(['tenant', 'user', 'agent']),
  period: z.enum(['query', 'day', 'month']),
  capUsd: z.number().nonnegative(),
  spentUsd: z.number().nonnegative(),
  /** Set aside for runs that have not ended. */
  reservedUsd: z.number().nonnegative(),
  /** What this run would have needed at most. */
  neededUsd: z.number().nonnegative(),
  /** When the period ends, ISO 8601; `null` for a cap on a single query, which no time changes. */
  resetsAt: z.string().nullable(),
})

/** One cap that holds for the caller, and how full it is. Amounts in US dollars. */
export const capUseSchema = z.object({
  scope: z.enum(['tenant', 'user', 'agent']),
  period: z.enum(['query', 'day', 'month']),
  capUsd: z.number().nonnegative(),
  /** From here on somebody has to agree; `null`: never. */
  confirmAboveUsd: z.number().nonnegative().nullable(),
  spentUsd: z.number().nonnegative(),
  /** Set aside for runs that have not ended. */
  reservedUsd: z.number().nonnegative(),
  leftUsd: z.number().nonnegative(),
  /** `warn` from four fifths of the cap on. */
  state: z.enum(['ok', 'warn', 'confirm', 'stopped']),
  /** When the period began and ends, ISO 8601; `null` for a cap on a single query. */
  startsAt: z.string().nullable(),
  resetsAt: z.string().nullable(),
  /** What will be spent at the end of the period if it goes on like this; `null` for a single query, or too early to tell. */
  projectedUsd: z.number().nonnegative().nullable(),
})

export const spendDimensionSchema = z.enum(['user', 'source', 'day', 'question'])

export const spendLineSchema = z.object({
  /** A user's or a source's id, a day (`yyyy-mm-dd` in the tenant's time zone), or a question with personal data left out. */
  key: z.string(),
  label: z.string(),
  runs: z.number().int().nonnegative(),
  spentUsd: z.number().nonnegative(),
  /** The part of it that no source has told: what was set aside counts. */
  assumedUsd: z.number().nonnegative(),
})
