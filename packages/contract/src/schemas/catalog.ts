import * as z from 'zod'
import { columnTypeSchema, unitSchema } from './rowset.ts'

export const catalogColumnSchema = z.object({
  name: z.string(),
  /** The source's own type name, such as `DECIMAL(14,2)`. */
  sourceType: z.string(),
  type: columnTypeSchema,
  nullable: z.boolean().optional(),
  comment: z.string().optional(),
})

export const catalogTableSchema = z.object({
  name: z.string(),
  comment: z.string().optional(),
  rowCountEstimate: z.number().nonnegative().nullable().optional(),
  columns: z.array(catalogColumnSchema),
})

export const catalogSourceSchema = z.object({
  id: z.string(),
  title: z.string(),
  dialect: z.string(),
  status: z.enum(['available', 'unavailable']),
  error: z.string().optional(),
  tables: z.array(catalogTableSchema),
})

export const catalogMemberSchema = z.object({
  /** `view.member`, such as `sales.gross_margin`. */
  id: z.string(),
  title: z.string(),
  synonyms: z.array(z.string()),
  comment: z.string().optional(),
  type: columnTypeSchema.optional(),
  unit: unitSchema.optional(),
})

export const catalogViewSchema = z.object({
  name: z.string(),
  source: z.string(),
  comment: z.string().optional(),
  measures: z.array(catalogMemberSchema),
  dimensions: z.array(catalogMemberSchema),
})

export const catalogEntitySchema = z.object({
  name: z.string(),
  title: z.string(),
  pluralTitle: z.string(),
  source: z.string(),
  /** Sections of the entity's record, in order. */
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      sourceTitle: z.string(),
      /** Lets a page lay a section out before it was read. */
      kind: z.enum(['fields', 'table', 'figure']).optional(),
    }),
  ),
})

export const catalogSchema = z.object({
  sources: z.array(catalogSourceSchema),
  views: z.array(catalogViewSchema),
  entities: z.array(catalogEntitySchema),
  /** Questions to start with, made from the semantic model. */
  suggestions: z.array(z.string()),
})
