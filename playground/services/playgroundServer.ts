import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { resolve } from 'node:path'
import { createServer } from 'vite'
import type { Addresses } from './addresses.ts'
import { type SigningKey, sessionPlugin } from './session.ts'

/** Serves the pretend CRM, and its pretend sign-in, at its address; resolves when pages can be opened. */
export async function startPlaygroundServer(
  { playground, gateway }: Addresses,
  signingKey: SigningKey | undefined,
): Promise<{ stop(): Promise<void> }> {
  const http = createHttpServer()
  // As a middleware, since Vite's own server ends the process at SIGTERM before the others were stopped.
  const vite = await createServer({
    configFile: resolve(import.meta.dirname, '../vite.config.ts'),
    plugins: [sessionPlugin({ gatewayUrl: gateway, signingKey })],
    server: { middlewareMode: true, ws: { server: http } },
    logLevel: 'warn',
  })
  http.on('request', vite.middlewares)
  http.listen(Number(new URL(playground).port), 'localhost')
  await once(http, 'listening')
  return {
    async stop() {
      await vite.close()
      const closed = new Promise((done) => http.close(done))
      http.closeAllConnections()
      await closed
    },
  }
}
