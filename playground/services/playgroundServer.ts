import { resolve } from 'node:path'
import { createServer } from 'vite'
import { type Addresses, toEnvironment } from './addresses.ts'

/** Serves the pretend CRM, and its pretend sign-in, at its address; resolves when pages can be opened. */
export async function startPlaygroundServer(addresses: Addresses): Promise<{ stop(): Promise<void> }> {
  // The Vite configuration is a file of its own, as in any app; it reads the addresses as the other processes do.
  Object.assign(process.env, toEnvironment(addresses))
  const server = await createServer({
    configFile: resolve(import.meta.dirname, '../vite.config.ts'),
    server: { port: Number(new URL(addresses.playground).port), strictPort: true },
    logLevel: 'warn',
  })
  await server.listen()
  return { stop: () => server.close() }
}
