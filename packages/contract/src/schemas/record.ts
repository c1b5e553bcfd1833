import * as z from 'zod'
import { cellSchema, columnSchema, rowSchema } from './rowset.ts'

export const recordFieldSchema = z.object({ column: columnSchema, value: cellSchema })

/** `fields` sections show one row as label and value, `table` sections many rows, `figure` sections one number. */
export const recordSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['fields', 'table', 'figure']),
  source: z.string(),
  sourceTitle: z.string(),
  status: z.enum(['ready', 'failed']),
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  truncated: z.boolean(),
  /** When the source was read, ISO 8601. */
  asOf: z.string(),
  durationMs: z.number().nonnegative(),
  error: z
    .object({ code: z.string(), message: z.string(), retryable: z.boolean(), retryAt: z.string().optional() })
    .optional(),
})

export const recordSchema = z.object({
  entity: z.string(),
  id: z.string(),
  label: z.string(),
  sections: z.array(recordSectionSchema),
})

export const recordSummarySchema = z.object({
  entity: z.string(),
  id: z.string(),
  label: z.string(),
  fields: z.array(recordFieldSchema),
})
