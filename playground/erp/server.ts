import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import {
  localhostHostValidation,
  localhostOriginValidation,
  type NodeIncomingMessageLike,
  toNodeHandler,
} from '@modelcontextprotocol/node'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { endWhenStuck } from '../services/endWhenStuck.ts'
import { openErp } from './database.ts'
import { createErpServer } from './tools.ts'

/** A running ERP. */
export type RunningErp = { url: string; close: () => Promise<void> }

/**
 * Serves the ERP over MCP on this machine only.
 *
 * @param options.port - 0 takes any free port.
 * @param options.file - What `generateErp` wrote.
 */
export async function startErp({ port, file }: { port: number; file: string }): Promise<RunningErp> {
  const database = openErp(file)
  const mcp = createMcpHandler(() => createErpServer(database))
  const handle = toNodeHandler(mcp)
  const [isHostAllowed, isOriginAllowed] = [localhostHostValidation(), localhostOriginValidation()]
  const server = createServer((request, response) => {
    if (!isHostAllowed(request, response) || !isOriginAllowed(request, response)) return
    const isMcp = new URL(request.url ?? '/', 'http://localhost').pathname === '/mcp'
    if (isMcp) void handle(request as NodeIncomingMessageLike, response)
    else response.writeHead(404).end()
  })
  try {
    await listen(server, port)
  } catch (error) {
    database.close()
    throw error
  }
  const close = async () => {
    await mcp.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    database.close()
  }
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/mcp`, close }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new Error(`Port ${port} is in use; choose another with --port.`) : error)
    })
    server.listen(port, 'localhost', resolve)
  })
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8792' },
      file: { type: 'string', default: '.lakefront/erp.sqlite' },
    },
  })
  const erp = await startErp({ port: Number(values.port), file: values.file })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void erp.close().then(() => process.exit(0)))
  }
  endWhenStuck()
  process.stdout.write(`listening ${erp.url}\n`)
}

if (import.meta.main) {
  await main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
