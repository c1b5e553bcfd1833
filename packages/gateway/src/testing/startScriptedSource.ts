import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node'
import { type CallToolResult, createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'

type Execute = (sql: string, signal: AbortSignal, meta: Record<string, unknown> | undefined) => Promise<CallToolResult>

/** A SQL tool of somebody else's making, which does what a test wants it to. */
export async function startScriptedSource(execute: Execute) {
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'scripted', version: '1' })
    server.registerTool('execute_sql', { inputSchema: z.object({ sql: z.string() }) }, ({ sql }, context) =>
      execute(sql, context.mcpReq.signal, context.mcpReq._meta),
    )
    return server
  })
  const handle = toNodeHandler(handler)
  const server = createServer((request, response) => void handle(request as NodeIncomingMessageLike, response))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/mcp`,
    async close() {
      await handler.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
