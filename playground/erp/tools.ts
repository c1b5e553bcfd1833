import { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { readCatalog } from './catalog.ts'
import type { ErpDatabase } from './database.ts'
import { runSelect } from './query.ts'

const defaultMaxRows = 10_000
const highestMaxRows = 200_000

const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

const rowset = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  rowCount: z.number().int(),
  truncated: z.boolean().describe('Whether there were more rows than maxRows'),
})

const catalog = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      comment: z.string(),
      rowCount: z.number().int(),
      columns: z.array(z.object({ name: z.string(), type: z.string(), nullable: z.boolean(), comment: z.string() })),
    }),
  ),
})

const statement = z.object({
  sql: z.string().min(1).max(100_000).describe('One select in the SQLite dialect'),
  maxRows: z.number().int().min(1).max(highestMaxRows).default(defaultMaxRows),
})

/** The ERP's two tools. One server serves one request, so this must be cheap. */
export function createErpServer(database: ErpDatabase): McpServer {
  const server = new McpServer(
    { name: 'erie-industrial-erp', title: 'Erie Industrial ERP', version: '1.0.0' },
    { instructions: 'Orders, invoices, credit, shipments and stock of the last two years. SQLite dialect, read-only.' },
  )
  server.registerTool(
    'list_tables',
    {
      title: 'List tables',
      description: 'Lists the tables of the ERP with columns, types and comments.',
      outputSchema: catalog,
      annotations,
    },
    () => succeed({ tables: readCatalog(database.catalog) }),
  )
  server.registerTool(
    'execute_sql',
    {
      title: 'Run a select',
      description:
        'Runs one read-only select. Decimals and 64-bit integers come as text, so that no digit is lost. ' +
        'Columns *_cents hold whole cents: sum those and divide by 100.0.',
      inputSchema: statement,
      outputSchema: rowset,
      annotations,
    },
    ({ sql, maxRows }, { mcpReq }) =>
      attempt(() => runSelect(database.queries, sql, { maxRows, signal: mcpReq.signal })),
  )
  return server
}

async function attempt(run: () => Promise<object>) {
  try {
    return succeed(await run())
  } catch (error) {
    // What SQLite says is about the caller's own statement, so it may be passed on.
    const text = error instanceof Error ? error.message : String(error)
    return { isError: true, content: [{ type: 'text' as const, text }] }
  }
}

function succeed(result: object) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(result) }], structuredContent: { ...result } }
}
