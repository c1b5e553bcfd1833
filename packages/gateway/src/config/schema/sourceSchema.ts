import * as z from 'zod'
import { dialectSchema, httpUrl, positiveInteger, postgresUrl, text } from './values.ts'

const kinds = ['mcp', 'command', 'files', 'postgres'] as const

/** What a source is, and how it is reached. */
export const sourceSchema = z
  .strictObject({
    title: text.optional(),
    timeoutMs: positiveInteger.optional(),
    dialect: dialectSchema.optional(),
    mcp: z
      .strictObject({
        url: httpUrl,
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
