import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { z } from 'zod'

// A SQL server of somebody else's making, in a process of its own: the older library, sessions, and statements that only
// end when they are cancelled. Beside its tool it tells how many of them run.
let running = 0
const sessions = new Map<string, StreamableHTTPServerTransport>()

function createSqlServer(): McpServer {
  const server = new McpServer({ name: 'somebody-else', version: '1.0.0' })
  server.registerTool('execute_sql', { inputSchema: { sql: z.string() } }, async (_input, { signal }) => {
    running += 1
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    running -= 1
    return { content: [{ type: 'text', text: '[]' }] }
  })
  return server
}

async function transportOf(request: IncomingMessage): Promise<StreamableHTTPServerTransport> {
  const known = sessions.get(String(request.headers['mcp-session-id']))
  if (known) return known
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
    onsessioninitialized: (id) => void sessions.set(id, transport),
  })
  await createSqlServer().connect(transport as Parameters<McpServer['connect']>[0])
  return transport
}

const server = createServer(async (request, response) => {
  if (request.url === '/running') response.end(String(running))
  else await (await transportOf(request)).handleRequest(request, response)
})
server.listen(0, 'localhost', () => {
  process.send?.(`http://localhost:${(server.address() as AddressInfo).port}`)
})
process.on('disconnect', () => process.exit(0))
