import * as z from 'zod'
import type { SourceEstimate } from '../port.ts'
import type { McpConnection } from './connection.ts'

const bytes = z.object({ low: z.number(), expected: z.number(), high: z.number() })
const estimateSchema = z.object({
  rows: z.number().nullable(),
  bytesScanned: bytes.nullable(),
  confidence: z.enum(['exact', 'upper-bound', 'heuristic', 'none']),
  basis: z.string(),
})

const unknown: SourceEstimate = {
  rows: null,
  bytesScanned: null,
  confidence: 'none',
  basis: 'the source gives no estimate',
}

/** Asks a server that can estimate; any other server's cost is unknown, which is not nothing. */
export async function estimateMcp(
  sql: string,
  { connection, signal }: { connection: McpConnection; signal: AbortSignal },
): Promise<SourceEstimate> {
  const tools = await connection.tools(signal)
  if (!tools.some(({ name }) => name === 'estimate_sql')) return unknown
  const { isError, structuredContent } = await connection.call('estimate_sql', { sql }, signal)
  const told = estimateSchema.safeParse(structuredContent)
  return told.success && !isError ? told.data : unknown
}
