import * as z from 'zod'

/**
 * What a value is, apart from how a source stores it. `integer` is any width up to 64 bits, `decimal` is exact.
 * `binary`, `list`, `struct` are shown as text and travel as JSON text or base64.
 */
export const columnTypeSchema = z.enum([
  'text',
  'integer',
  'decimal',
  'float',
  'boolean',
  'date',
  'timestamp',
  'binary',
  'list',
  'struct',
])

/** `currency` carries the ISO 4217 code in `currency`; `percent` is a fraction (0.25 reads as 25 %). */
export const unitSchema = z.enum(['currency', 'percent', 'count', 'days', 'bytes'])

/** Identifies a record behind a row: the entity's name in the configuration and the column that holds its key. */
export const entityReferenceSchema = z.object({
  entity: z.string(),
  /** Name of the column in the same rowset whose value is the entity's key. */
  keyColumn: z.string(),
})

export const columnSchema = z.object({
  /** Unique in the rowset. */
  name: z.string(),
  /** What a heading reads. Falls back to `name`. */
  title: z.string().optional(),
  type: columnTypeSchema,
  unit: unitSchema.optional(),
  /** ISO 4217 code, only with unit `currency`. */
  currency: z.string().optional(),
  /** Digits after the decimal point when the source says so. */
  scale: z.number().int().optional(),
  nullable: z.boolean().optional(),
  /** `key` columns carry identifiers for drill-through and are hidden from people by default. */
  role: z.enum(['key', 'dimension', 'measure', 'share', 'change']).optional(),
  /** Set on the column that people click to open the record. */
  opens: entityReferenceSchema.optional(),
  /** Source this column was read from, by its id in the configuration. */
  source: z.string().optional(),
})

/**
 * One value as JSON. 64-bit integers and decimals are strings, dates are `yyyy-mm-dd`, timestamps ISO 8601,
 * binary base64, lists and structs JSON text; integers of 32 bits or less are numbers.
 */
export const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const rowSchema = z.array(cellSchema)

/**
 * How the source would draw its rows. Without data of its own: what is drawn are the rows of the result. It is as little
 * trusted as they are, and whoever draws it must let it load and run nothing.
 */
export const chartSpecSchema = z.object({
  format: z.literal('vega-lite'),
  spec: z.record(z.string(), z.unknown()),
})

/** The first page of a result, and where the rest is. Rows are arrays in the order of `columns`. */
export const resultPageSchema = z.object({
  /** Names the live result at the gateway; short-lived and bound to the caller. */
  handle: z.string(),
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  /** Index of the first row of this page. */
  offset: z.number().int().nonnegative(),
  /** Rows of the whole result; `null` while the source still runs. */
  rowCount: z.number().int().nonnegative().nullable(),
  /** True when the result was cut off by a limit: there is more at the source than will ever be delivered here. */
  truncated: z.boolean(),
  /** Whether every row of the result is in this page. */
  complete: z.boolean(),
  /** Address of the Arrow IPC stream, relative to the gateway's origin, with its signature. */
  url: z.string(),
  /** When the handle stops working, ISO 8601. */
  expiresAt: z.string(),
  chart: chartSpecSchema.optional(),
})
