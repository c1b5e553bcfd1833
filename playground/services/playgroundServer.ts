import { resolve } from 'node:path'
import { createServer } from 'vite'
import type { Addresses } from './addresses.ts'
import { type SigningKey, sessionPlugin } from './session.ts'

/** Serves the pretend CRM, and its pretend sign-in, at its address; resolves when pages can be opened. */
export async function startPlaygroundServer(
  { playground, gateway }: Addresses,
  signingKey: SigningKey | undefined,
): Promise<{ stop(): Promise<void> }> {
  const server = await createServer({
    configFile: resolve(import.meta.dirname, '../vite.config.ts'),
    plugins: [sessionPlugin({ gatewayUrl: gateway, signingKey })],
    server: { port: Number(new URL(playground).port), strictPort: true },
    logLevel: 'warn',
  })
  await server.listen()
  return { stop: () => server.close() }
}
