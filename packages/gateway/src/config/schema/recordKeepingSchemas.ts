import * as z from 'zod'
import { httpUrl, positiveInteger, postgresUrl, text } from './values.ts'

/** Where the gateway keeps its own state. */
export const storeSchema = z
  .strictObject({ folder: text.optional(), url: postgresUrl.optional() })
  .refine(({ folder, url }) => (folder === undefined) !== (url === undefined), {
    error: 'expected exactly one of folder, url',
  })

const secret = z.string().refine((value) => new TextEncoder().encode(value).byteLength >= 32, {
  error: 'expected a secret of at least 32 bytes',
})

/** How its record is signed, and where its ends are kept as well. */
export const auditSchema = z.strictObject({
  secret,
  anchor: z
    .strictObject({
      file: text.optional(),
      url: httpUrl.optional(),
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

/** Where its traces and measurements go. */
export const telemetrySchema = z.strictObject({
  otlp: z.strictObject({ url: httpUrl, headers: z.record(z.string(), z.string()).optional() }),
  serviceName: text.optional(),
})
