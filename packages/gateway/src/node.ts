import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { localhostHostValidation } from '@modelcontextprotocol/node'
import type { LakefrontConfig } from './config/types.ts'
import { type CreateGatewayOptions, createGateway, type Gateway } from './createGateway.ts'
import { keepAliveTimeout } from './http/keepAliveTimeout.ts'
import { answer } from './http/nodeBridge.ts'

export type ServeGatewayOptions = CreateGatewayOptions & {
  config: LakefrontConfig
  /** 0 picks a free one. Default 8787. */
  port?: number | undefined
  /** Default `localhost`: reachable from this machine only. */
  host?: string | undefined
}

export type ServedGateway = {
  /** Where MCP clients connect, such as `http://localhost:8787/mcp`. */
  url: string
  port: number
  close(): Promise<void>
}

/**
 * Opens a gateway and serves it on a port.
 *
 * @throws {PortInUseError} when something else listens there.
 */
export async function serveGateway(options: ServeGatewayOptions): Promise<ServedGateway> {
  const { config, port = 8787, host = 'localhost', ...rest } = options
  const gateway = await createGateway(config, rest)
  const server = createServer({ keepAliveTimeout }, toRequestListener(gateway, { isLocal: isLoopback(host) }))
  try {
    await listen(server, { port, host })
  } catch (error) {
    await gateway.close()
    throw error
  }
  const bound = (server.address() as AddressInfo).port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/mcp`,
    port: bound,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await gateway.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/**
 * A `node:http` listener for a gateway, to mount it in a server that exists.
 *
 * @param options.isLocal - Refuses every host name but localhost's, so that no page reaches it by rebinding its own name.
 */
export function toRequestListener(gateway: Gateway, { isLocal = false }: { isLocal?: boolean } = {}) {
  const isHostAllowed = localhostHostValidation()
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (isLocal && !isHostAllowed(request, response)) return
    // A peer that hangs up half way ends the pipeline with an error; there is nobody left to tell.
    void answer(gateway, request, response).catch(() => response.destroy())
  }
}

/** Something else listens on the port. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError'
  readonly port: number

  constructor({ port, cause }: { port: number; cause: unknown }) {
    super(`Port ${port} is in use by another program. Stop that, or choose another with --port.`, { cause })
    this.port = port
  }
}

async function listen(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  // `localhost` is two addresses, and the system lets two programs have one each: both would seem to work.
  if (host === 'localhost' && (await isAnswering(port))) throw new PortInUseError({ port, cause: undefined })
  return bind(server, { port, host })
}

/** Whether any program takes connections on this port of this machine. */
async function isAnswering(port: number): Promise<boolean> {
  if (port === 0) return false
  const attempts = ['127.0.0.1', '::1'].map(async (host) => {
    const socket = connect({ port, host })
    await once(socket, 'connect').finally(() => socket.destroy())
  })
  return Promise.any(attempts).then(
    () => true,
    () => false,
  )
}

function bind(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' ? new PortInUseError({ port, cause }) : cause),
    )
    server.listen(port, host, resolve)
  })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
