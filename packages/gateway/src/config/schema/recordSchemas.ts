import * as z from 'zod'
import { dialectSchema, identifier, text } from './values.ts'

/** A metric view file and how it is bound. */
export const viewSchema = z.strictObject({
  file: text,
  source: text,
  name: identifier.optional(),
  dialect: dialectSchema.optional(),
  timeDimension: text.optional(),
  table: text.optional(),
})

const sectionColumnSchema = z.strictObject({
  name: text,
  title: text.optional(),
  unit: z.enum(['currency', 'percent', 'count']).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'expected an ISO 4217 code such as "USD"' })
    .optional(),
  opens: z.strictObject({ entity: text, keyColumn: text }).optional(),
})

const section = { id: identifier, title: text }
const sectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...section, kind: z.literal('fields'), dimensions: z.array(text).min(1) }),
  z.strictObject({
    ...section,
    kind: z.literal('table'),
    source: text,
    table: text,
    keyColumn: text,
    columns: z.array(sectionColumnSchema).min(1),
    orderBy: text.optional(),
    descending: z.boolean().optional(),
    limit: z.int().positive().max(1_000).optional(),
  }),
  z.strictObject({
    ...section,
    kind: z.literal('figure'),
    measure: z.string().regex(/^[^.]+\.[^.]+$/, {
      error: 'expected view.measure, such as "sales.gross_margin"',
    }),
  }),
])

/** What people look up, and what its record shows. */
export const entitySchema = z.strictObject({
  title: text,
  pluralTitle: text.optional(),
  synonyms: z.array(text).optional(),
  view: text,
  key: text,
  label: text,
  references: z.record(z.string(), text).optional(),
  summary: z.array(text).optional(),
  record: z.array(sectionSchema).optional(),
})

/** Which columns of a table may be written. */
export const writeSchema = z.strictObject({
  title: text,
  source: text,
  table: text,
  keyColumn: text,
  labelColumn: text,
  columns: z.array(z.strictObject({ name: text, title: text.optional(), piiClass: text.optional() })).min(1),
  mayCreate: z.boolean().optional(),
})
