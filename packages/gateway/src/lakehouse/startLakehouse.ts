import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostHeaderValidation, originValidation, toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { keepAliveTimeout } from '../http/keepAliveTimeout.ts'
import { type OpenDatabaseOptions, openDatabase } from './database/openDatabase.ts'
import { statementStreamPath, streamStatement } from './stream/statementStream.ts'
import { createStreams, type Streams } from './stream/streams.ts'
import { writeStream } from './stream/writeStream.ts'
import { createLakehouseServer } from './tools/createLakehouseServer.ts'

export type LakehouseOptions = OpenDatabaseOptions & {
  /** 0 takes any free port. */
  port: number
}

export type Lakehouse = {
  url: string
  port: number
  /** Statements that run, or whose rows wait for their reader. */
  openStatements(): number
  close(): Promise<void>
}

const localHosts = ['localhost', '127.0.0.1', '[::1]']

/**
 * Serves a folder of Parquet, CSV and JSON files as an MCP server on this machine.
 *
 * @throws an `Error` that names the port when it is in use.
 */
export async function startLakehouse({ port, ...options }: LakehouseOptions): Promise<Lakehouse> {
  const database = await openDatabase(options)
  const streams = createStreams()
  let origin = ''
  const handler = createMcpHandler(() => createLakehouseServer({ database, streams, origin }))
  const mcp = toNodeHandler(handler)
  const isLocalHost = hostHeaderValidation(localHosts)
  const isLocalOrigin = originValidation(localHosts)
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    if (!isLocalHost(request, response) || !isLocalOrigin(request, response)) return
    const { pathname: path } = new URL(request.url ?? '/', 'http://localhost')
    if (path === '/mcp') void mcp(request as Parameters<typeof mcp>[0], response)
    else if (path.startsWith('/results/') && request.method === 'GET') sendStream(streams, path, response)
    else if (path === statementStreamPath && request.method === 'POST')
      void streamStatement(database, request, response)
    else sendJson(response, path === '/health' ? 200 : 404, { status: path === '/health' ? 'ok' : 'not found' })
  })
  try {
    await listen(server, port)
  } catch (error) {
    await database.close()
    throw error
  }
  const bound = (server.address() as AddressInfo).port
  origin = `http://localhost:${bound}`
  return {
    url: `${origin}/mcp`,
    port: bound,
    openStatements: database.openConnections,
    async close() {
      streams.close()
      await handler.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await database.close()
    },
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use. Choose another with --port.`) : error),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}

function sendStream(streams: Streams, path: string, response: ServerResponse): void {
  const rows = streams.take(path)
  if (rows) void writeStream(response, async () => rows)
  else sendJson(response, 404, { error: { code: 'unknown-handle', message: 'There is no such result.' } })
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
