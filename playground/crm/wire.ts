import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketHandler, type PGLiteSocketHandlerOptions } from '@electric-sql/pglite-socket'
import { isCancelRequest } from './startup.ts'
import { Turns } from './turns.ts'

/** A database that Postgres clients can connect to. */
export type RunningWire = { port: number; close: () => Promise<void> }

/**
 * Serves PGlite to any number of Postgres clients on this machine.
 *
 * @param options.port - 0 takes any free port.
 * @param options.idleLimitMs - How long a client may keep a transaction open without a word, while all others wait.
 */
export async function serveWire(
  database: PGlite,
  { port, idleLimitMs = 15_000 }: { port: number; idleLimitMs?: number },
): Promise<RunningWire> {
  const handlers = new Map<number, PGLiteSocketHandler>()
  const turns = new Turns(database, { idleLimitMs, onStuck: (id) => void handlers.get(id)?.detach(true) })
  const server = createServer((socket) => void serve(socket, turns, handlers))
  await listen(server, port)
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    await Promise.all([...handlers.values()].map((handler) => handler.detach(true)))
    await closed
  }
  return { port: (server.address() as AddressInfo).port, close }
}

async function serve(socket: Socket, turns: Turns, handlers: Map<number, PGLiteSocketHandler>): Promise<void> {
  // The library types its own queue as a class with private members; what it calls are the three methods that ours has.
  const queryQueue = turns as unknown as PGLiteSocketHandlerOptions['queryQueue']
  const handler = new PGLiteSocketHandler({ queryQueue, closeOnDetach: true })
  handlers.set(handler.handlerId, handler)
  socket.once('close', () => handlers.delete(handler.handlerId))
  // PGlite cannot be interrupted; but a client that asked for it waits until its request is hung up on.
  socket.once('data', (data) => {
    if (isCancelRequest(data)) socket.end()
  })
  await handler.attach(socket)
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
