import * as z from 'zod'

const name = z.string().trim().min(1)
const sql = z.union([z.string().trim().min(1), z.number(), z.boolean()]).transform(String)
const synonyms = z.array(z.string().trim().min(1).max(255)).max(10)

const decimalPlaces = z.object({
  type: z.enum(['exact', 'max', 'all']).optional(),
  places: z.number().int().min(0).max(38).optional(),
})

const numberFormat = {
  decimal_places: decimalPlaces.optional(),
  hide_group_separator: z.boolean().optional(),
  abbreviation: z.string().optional(),
}

/** How values read; Databricks' own list of formats. */
const format = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('number'), ...numberFormat }),
  z.strictObject({ type: z.literal('currency'), currency_code: z.string().length(3).optional(), ...numberFormat }),
  z.strictObject({ type: z.literal('percentage'), ...numberFormat }),
  z.strictObject({ type: z.literal('byte'), ...numberFormat }),
  z.strictObject({
    type: z.literal('date'),
    date_format: z.string().optional(),
    leading_zeros: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('date_time'),
    date_format: z.string().optional(),
    time_format: z.string().optional(),
    leading_zeros: z.boolean().optional(),
  }),
])

const member = {
  name,
  expr: sql,
  comment: z.string().optional(),
  display_name: z.string().trim().min(1).max(255).optional(),
  synonyms: synonyms.optional(),
  format: format.optional(),
}

const dimension = z.strictObject(member)

const measure = z
  .strictObject({ ...member, window: z.unknown().optional() })
  .refine(({ window }) => window === undefined, {
    path: ['window'],
    error: 'window measures are not supported; ask for a period or a change instead',
  })

type JoinInput = {
  name: string
  source: string
  on?: string | undefined
  using?: string[] | undefined
  rely?: unknown
  joins?: JoinInput[] | undefined
}

const join: z.ZodType<JoinInput> = z
  .strictObject({
    name,
    source: sql,
    on: sql.optional(),
    using: z.array(name).min(1).optional(),
    rely: z.unknown().optional(),
    get joins() {
      return z.array(join).optional()
    },
  })
  .refine((value) => (value.on === undefined) !== (value.using === undefined), 'needs either "on" or "using"')

/** A Unity Catalog metric view, YAML version 1.1. `fields` is the newer name of `dimensions`. */
export const metricViewSchema = z
  .strictObject({
    version: z.union([z.string(), z.number()]).transform(String),
    comment: z.string().optional(),
    source: sql,
    filter: sql.optional(),
    joins: z.array(join).optional(),
    dimensions: z.array(dimension).optional(),
    fields: z.array(dimension).optional(),
    measures: z.array(measure).optional(),
    materialization: z.unknown().optional(),
  })
  .refine(({ version }) => version === '1.1' || version === '0.1', {
    path: ['version'],
    error: ({ input }) => `expected 1.1, got ${JSON.stringify((input as { version?: unknown })?.version)}`,
  })
  .refine(({ dimensions, fields }) => !dimensions || !fields, {
    path: ['fields'],
    error: 'is another name of "dimensions"; use one of them',
  })
  .refine(({ dimensions, fields, measures }) => dimensions?.length || fields?.length || measures?.length, {
    error: 'needs at least one dimension or measure',
  })

export type MetricViewInput = z.output<typeof metricViewSchema>
export type JoinDefinition = JoinInput
export type FormatInput = z.output<typeof format>
