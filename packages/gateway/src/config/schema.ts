import { autonomyLevelSchema, effectClassSchema } from '@lakefront/contract/schemas'
import * as z from 'zod'
import type { AuthenticationConfig } from './types.ts'

const text = z.string().min(1)
const positiveInteger = z.int().positive()
const identifier = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, {
  error: 'expected a name of letters, digits, _ and -, starting with a letter',
})
const day = z.iso.date({ error: 'expected a date such as "2026-11-01"' })

/** A list of names the SQL compiler knows; kept as a literal so that a misspelt one is answered with the choices. */
const dialectSchema = z.enum(['duckdb', 'postgresql', 'sqlite', 'databricks', 'snowflake', 'bigquery', 'trino'])

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ })

const kinds = ['mcp', 'command', 'files', 'postgres'] as const

const sourceSchema = z
  .strictObject({
    title: text.optional(),
    timeoutMs: positiveInteger.optional(),
    dialect: dialectSchema.optional(),
    mcp: z
      .strictObject({
        url: z.url({ protocol: /^https?$/ }),
        headers: z.record(z.string(), z.string()).optional(),
        sqlTool: text.optional(),
      })
      .optional(),
    command: z
      .strictObject({
        command: text,
        args: z.array(z.string()).optional(),
        env: z.record(z.string(), z.string()).optional(),
        sqlTool: text.optional(),
      })
      .optional(),
    files: z.strictObject({ folder: text, nullText: z.union([z.string(), z.array(z.string())]).optional() }).optional(),
    postgres: z
      .strictObject({ url: postgresUrl, schema: text.optional(), writerUrl: postgresUrl.optional() })
      .optional(),
  })
  .superRefine((source, context) => {
    const given = kinds.filter((kind) => source[kind] !== undefined)
    if (given.length !== 1) {
      const got = given.length === 0 ? 'none of them' : given.join(' and ')
      context.addIssue({ code: 'custom', message: `expected exactly one of ${kinds.join(', ')}; got ${got}` })
    }
    const speaksAnything = source.mcp !== undefined || source.command !== undefined
    if (speaksAnything && source.dialect === undefined) {
      const message = `expected the SQL dialect, one of ${dialectSchema.options.join(', ')}; got nothing`
      context.addIssue({ code: 'custom', path: ['dialect'], message })
    }
    if (!speaksAnything && source.dialect !== undefined) {
      context.addIssue({ code: 'custom', path: ['dialect'], message: 'is known for this kind of source; leave it out' })
    }
  })

const viewSchema = z.strictObject({
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

const entitySchema = z.strictObject({
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

const timeZone = z.string().refine(isTimeZone, { error: 'expected a time zone such as "America/New_York"' })
const mostUsd = 1_000_000_000
const usd = z.number().nonnegative().max(mostUsd)

const budgetSchema = z.strictObject({
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

const secret = z.string().refine((value) => new TextEncoder().encode(value).byteLength >= 32, {
  error: 'expected a secret of at least 32 bytes',
})

const auditSchema = z.strictObject({
  secret,
  anchor: z
    .strictObject({
      file: text.optional(),
      url: z.url({ protocol: /^https?$/ }).optional(),
      headers: z.record(z.string(), z.string()).optional(),
    })
    .refine(({ file, url }) => (file === undefined) !== (url === undefined), {
      error: 'expected exactly one of file, url',
    })
    .optional(),
  anchorEveryMs: positiveInteger.max(86_400_000).optional(),
  formerPublicKeys: z
    .array(z.string().refine((value) => value.includes('BEGIN PUBLIC KEY'), { error: 'expected a public key in PEM' }))
    .optional(),
  readers: z.array(text).optional(),
})

const telemetrySchema = z.strictObject({
  otlp: z.strictObject({ url: z.url({ protocol: /^https?$/ }), headers: z.record(z.string(), z.string()).optional() }),
  serviceName: text.optional(),
})

const storeSchema = z
  .strictObject({ folder: text.optional(), url: postgresUrl.optional() })
  .refine(({ folder, url }) => (folder === undefined) !== (url === undefined), {
    error: 'expected exactly one of folder, url',
  })

const writeSchema = z.strictObject({
  title: text,
  source: text,
  table: text,
  keyColumn: text,
  labelColumn: text,
  columns: z.array(z.strictObject({ name: text, title: text.optional(), piiClass: text.optional() })).min(1),
  mayCreate: z.boolean().optional(),
})

const approversSchema = z
  .strictObject({ roles: z.array(text), quorum: positiveInteger, fourEyes: z.boolean() })
  .partial()

const approvalSchema = z.strictObject({
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

const authenticationSchema = z.custom<AuthenticationConfig>().superRefine((value, context) => {
  const problem = problemOfAuthentication(value)
  if (problem) context.addIssue({ code: 'custom', path: problem.path, message: problem.message })
})

const tokenPriceSchema = z.strictObject({ input: z.number().nonnegative(), output: z.number().nonnegative() })

const warehousePriceSchema = z.strictObject({
  unitsPerHour: z.number().positive(),
  usdPerUnit: z.number().nonnegative(),
  leastBilledMs: z.int().nonnegative().optional(),
  bytesPerSecond: z.number().positive().optional(),
})

/** Everything that a configuration may hold. Unknown keys are refused. */
export const configSchema = z.strictObject({
  sources: z.record(identifier, sourceSchema),
  views: z.array(viewSchema).optional(),
  entities: z.record(identifier, entitySchema).optional(),
  prices: z
    .strictObject({
      asOf: day,
      usdPerTebibyteScanned: z.record(z.string(), z.number().nonnegative()).optional(),
      usdPerMillionTokens: z.record(z.string(), tokenPriceSchema).optional(),
      warehouses: z.record(z.string(), warehousePriceSchema).optional(),
    })
    .optional(),
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

const jwtKeys = ['jwtSecret', 'issuer', 'audience']

/** By hand: the two forms have no key in common, so a union's message would not say what is wrong. */
function problemOfAuthentication(value: unknown): { path: string[]; message: string } | undefined {
  if (typeof value !== 'object' || value === null) {
    return { path: [], message: 'expected { jwtSecret } or { authenticate }; got nothing' }
  }
  if ('authenticate' in value) {
    const isFunction = typeof value.authenticate === 'function'
    return isFunction ? undefined : { path: ['authenticate'], message: 'expected a function from Request to Caller' }
  }
  const unknownKey = Object.keys(value).find((key) => !jwtKeys.includes(key))
  if (unknownKey)
    return { path: [], message: `unknown key "${unknownKey}"; known are ${jwtKeys.join(', ')}, authenticate` }
  const secret = 'jwtSecret' in value ? value.jwtSecret : undefined
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret).byteLength : 0
  if (bytes < 32) return { path: ['jwtSecret'], message: `expected a secret of at least 32 bytes; got ${bytes}` }
  return undefined
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined
  } catch {
    return false
  }
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value
}
