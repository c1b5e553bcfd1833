import type { CallToolResult, Tool } from '@modelcontextprotocol/client'
import * as z from 'zod'
import type { SourceEstimate } from '../../../port.ts'
import { parseJson } from './parseJson.ts'
import { upperBound } from './port.ts'

const toolNames = ['dry_run', 'dry_run_query', 'dryrun', 'bq_dry_run_sql', 'bigquery_dry_run']
const argumentNames = ['sql', 'query', 'statement']
const flagNames = ['dryRun', 'dry_run']

/** How a server is told to plan a statement and not to run it. */
export type DryRun = { name: string; input(sql: string): Record<string, unknown> }

/** Finds a tool that only plans, or a flag of the SQL tool that says so. */
export function findDryRun(tools: readonly Tool[], sqlTool: string | undefined): DryRun | undefined {
  const ownTool = toolNames.flatMap((name) => tools.filter((tool) => tool.name === name))[0]
  const flagged = tools.find(({ name, inputSchema }) => name === sqlTool && flagOf(inputSchema))
  const tool = ownTool ?? flagged
  const argument = tool && argumentNames.find((name) => name in (tool.inputSchema.properties ?? {}))
  if (!tool || !argument) return undefined
  const flag = flagOf(tool.inputSchema)
  return { name: tool.name, input: (sql) => ({ [argument]: sql, ...(flag && { [flag]: true }) }) }
}

const flagOf = ({ properties = {} }: Tool['inputSchema']) => flagNames.find((name) => name in properties)

const bytes = z.coerce.number().nonnegative()
/** The job as the REST API writes it, and as servers in Python and Go shorten it. */
const jobSchema = z.union([
  z
    .object({
      statistics: z.object({
        totalBytesProcessed: bytes,
        query: z.object({ totalBytesProcessedAccuracy: z.string() }).partial().optional(),
      }),
    })
    .transform(({ statistics }) => ({
      bytes: statistics.totalBytesProcessed,
      accuracy: statistics.query?.totalBytesProcessedAccuracy,
    })),
  z
    .object({ totalBytesProcessed: bytes })
    .transform((job) => ({ bytes: job.totalBytesProcessed, accuracy: undefined })),
  z
    .object({ total_bytes_processed: bytes })
    .transform((job) => ({ bytes: job.total_bytes_processed, accuracy: undefined })),
])

/**
 * Reads BigQuery's dry run. A figure whose accuracy is not told counts as an upper bound, which it is for clustered tables.
 *
 * @see https://cloud.google.com/bigquery/docs/reference/rest/v2/Job
 */
export function readDryRun({ isError, structuredContent, content = [] }: CallToolResult): SourceEstimate | undefined {
  const texts = content.flatMap((block) => (block.type === 'text' ? [block.text] : []))
  const { data: job } = jobSchema.safeParse(structuredContent ?? parseJson(texts.join('\n')))
  // A lower bound, or a figure of unknown accuracy, says nothing of what the bill may come to.
  if (isError || !job || job.accuracy === 'LOWER_BOUND' || job.accuracy === 'UNKNOWN') return undefined
  const estimate = upperBound(job.bytes, { rows: null, basis: 'a dry run' })
  if (job.accuracy !== 'PRECISE') return estimate
  return { ...estimate, bytesScanned: { low: job.bytes, expected: job.bytes, high: job.bytes }, confidence: 'exact' }
}
