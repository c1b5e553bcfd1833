#!/usr/bin/env -S node --initial-old-space-size=256
// The same heap for every arm.
import { toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { openDatabase } from '../../packages/gateway/src/lakehouse/database/openDatabase.ts'
import { benchFolder } from './dataset.ts'
import { serve } from './serve.ts'

// What MCP servers for SQL do today: read everything, and answer it as JSON in one tool result.
const database = await openDatabase({ folder: benchFolder })

async function readAll(sql: string) {
  const connection = await database.connect()
  const reader = await connection.use((duckdb) => duckdb.runAndReadAll(sql))
  await connection.close()
  return { columns: reader.columnNames(), rows: reader.getRowsJson() }
}

function createJsonServer(): McpServer {
  const server = new McpServer({ name: 'json', version: '1.0.0' })
  server.registerTool('execute_sql', { inputSchema: z.object({ sql: z.string() }) }, async ({ sql }) => {
    const structuredContent = await readAll(sql)
    return { content: [{ type: 'text', text: `${structuredContent.rows.length} rows` }], structuredContent }
  })
  return server
}

serve(toNodeHandler(createMcpHandler(createJsonServer)) as Parameters<typeof serve>[0], '/mcp')
