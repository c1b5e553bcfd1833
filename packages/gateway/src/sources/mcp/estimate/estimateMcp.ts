import type { CallToolResult } from '@modelcontextprotocol/client'
import * as z from 'zod'
import type { Dialect, SourceEstimate } from '../../port.ts'
import type { McpConnection } from '../connection/connection.ts'
import { normalise } from '../rowset/normalise.ts'
import type { SqlTool } from '../sqlTool.ts'
import { findDryRun, readDryRun } from './enginePlans/dryRun.ts'
import { enginePlans } from './enginePlans/index.ts'

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

export type EstimateMcpOptions = {
  connection: McpConnection
  dialect: Dialect
  sqlTool(signal: AbortSignal): Promise<SqlTool>
  signal: AbortSignal
}

/**
 * Asks a server what a statement would read: by its own estimate, by a dry run, or by the plan that its engine makes.
 * Where none of them is to be had the cost is unknown, which is not nothing.
 */
export async function estimateMcp(sql: string, options: EstimateMcpOptions): Promise<SourceEstimate> {
  const { connection, dialect, signal } = options
  const tools = await connection.tools(signal)
  if (tools.some(({ name }) => name === 'estimate_sql')) {
    const { isError, structuredContent } = await connection.call('estimate_sql', { sql }, signal)
    const told = estimateSchema.safeParse(structuredContent)
    return told.success && !isError ? told.data : unknown
  }
  const sqlTool = await options.sqlTool(signal)
  const dryRun = findDryRun(tools, sqlTool.name)
  if (dryRun) return readDryRun(await connection.call(dryRun.name, dryRun.input(sql), signal)) ?? unknown
  const plan = enginePlans[dialect]
  if (!plan) return unknown
  const reply = await connection.call(sqlTool.name, { [sqlTool.argument]: plan.explain(sql) }, signal)
  return plan.read(planText(reply)) ?? unknown
}

/** A plan comes as one cell, as a cell a line, or as the text of the reply. */
function planText(reply: CallToolResult): string {
  const outcome = normalise(reply)
  const cells = outcome.status === 'rows' ? outcome.rowset.rows.flat() : []
  const isPlan = cells.length > 0 && cells.every((cell) => typeof cell === 'string')
  const texts = (reply.content ?? []).flatMap((block) => (block.type === 'text' ? [block.text] : []))
  return (isPlan ? (cells as string[]) : texts).join('\n')
}
