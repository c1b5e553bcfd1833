import { errorMetaKey, statementStreamMetaKey } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/server'
import { McpServer, type ServerContext } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { toGatewayError } from '../../errors.ts'
import type { LakehouseDatabase } from '../database/openDatabase.ts'
import { estimateSql } from '../estimate/estimateSql.ts'
import { limits } from '../limits.ts'
import { statementSchema, statementStreamPath } from '../stream/statementStream.ts'
import type { Streams } from '../stream/streams.ts'
import { describeTables } from './describeTables.ts'
import { executeSql } from './executeSql.ts'

/** What the tools of one request work on. */
export type LakehouseContext = {
  database: LakehouseDatabase
  streams: Streams
  /** Where `/results/…` can be fetched, such as `http://localhost:8791`. */
  origin: string
}

const readOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }
const columnSchema = z.object({
  name: z.string(),
  type: z.string(),
  sourceType: z.string().optional(),
  scale: z.number().optional(),
})

// Made once: a server is made for every request, and a schema costs more to make than to use.
const nothing = z.object({})
const listTablesOutput = z.object({ tables: z.array(z.looseObject({ name: z.string() })) })
const executeSqlInput = statementSchema.extend({
  pageSize: z.number().int().min(0).max(limits.pageSize).optional().describe('Rows in this result. Default 200.'),
})
const executeSqlOutput = z.object({
  columns: z.array(columnSchema),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  rowCount: z.number().nullable(),
  truncated: z.boolean(),
  bytesScanned: z.number().nullable(),
})
const estimateSqlInput = z.object({ sql: z.string().max(limits.sqlLength) })
const estimateSqlOutput = z.looseObject({ rows: z.number().nullable(), confidence: z.string(), basis: z.string() })

/** One MCP server over the lakehouse; made anew for every request, as the protocol wants. */
export function createLakehouseServer(context: LakehouseContext): McpServer {
  const server = new McpServer({ name: 'lakefront-lakehouse', title: 'Lakehouse', version: '1.0.0' })
  server.registerTool(
    'list_tables',
    {
      title: 'List tables',
      description: 'Tables of the lakehouse with their columns, types and estimated row counts.',
      annotations: readOnly,
      inputSchema: nothing,
      outputSchema: listTablesOutput,
    },
    (_input, { mcpReq }) => answered(async () => ({ tables: await describeTables(context.database, mcpReq.signal) })),
  )
  server.registerTool(
    'execute_sql',
    {
      title: 'Run a query',
      description:
        'Runs one read-only SQL statement (DuckDB dialect). The first rows come at once; a linked Arrow stream has all of them.',
      annotations: readOnly,
      inputSchema: executeSqlInput,
      outputSchema: executeSqlOutput,
      _meta: { [statementStreamMetaKey]: statementStreamPath },
    },
    (input, { mcpReq }) =>
      failuresTold(() => executeSql(context, input, { signal: mcpReq.signal, onProgress: progressSender(mcpReq) })),
  )
  server.registerTool(
    'estimate_sql',
    {
      title: 'Estimate a query',
      description: 'Says how many bytes and rows a statement would read, without running it.',
      annotations: readOnly,
      inputSchema: estimateSqlInput,
      outputSchema: estimateSqlOutput,
    },
    ({ sql }, { mcpReq }) => answered(() => estimateSql(context.database, sql, mcpReq.signal)),
  )
  return server
}

/** Tells the caller in percent, when it has asked to be told. */
function progressSender({ _meta: meta, notify }: ServerContext['mcpReq']): ((percent: number) => void) | undefined {
  const progressToken = meta?.progressToken
  if (progressToken === undefined) return undefined
  return (progress) => {
    const params = { progressToken, progress, total: 100 }
    // A caller that hung up is noticed by the signal.
    notify({ method: 'notifications/progress', params }).catch(() => undefined)
  }
}

function answered(work: () => Promise<Record<string, unknown>>): Promise<CallToolResult> {
  return failuresTold(async () => {
    const structuredContent = await work()
    return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent }
  })
}

async function failuresTold(work: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await work()
  } catch (error) {
    const body = toGatewayError(error).toBody()
    return { isError: true, content: [{ type: 'text', text: body.error.message }], _meta: { [errorMetaKey]: body } }
  }
}
