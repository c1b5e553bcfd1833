import { resolve } from 'node:path'
import { build, preview } from 'vite'
import type { Addresses } from '../services/addresses.ts'
import { type SigningKey, sessionPlugin } from '../services/session.ts'

const configFile = resolve(import.meta.dirname, '../vite.config.ts')
const logLevel = 'warn'

/** Builds the pretend CRM as a team would ship it: a page of a few files opens in a fraction of the time. */
export async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile,
    logLevel,
    build: { outDir, emptyOutDir: true, minify: false, reportCompressedSize: false },
  })
}

/** Serves what was built, and the pretend sign-in, at its address. */
export async function serveBuiltPage(
  outDir: string,
  { playground, gateway }: Addresses,
  signingKey: SigningKey | undefined,
): Promise<{ stop(): Promise<void> }> {
  const server = await preview({
    configFile,
    logLevel,
    build: { outDir },
    plugins: [sessionPlugin({ gatewayUrl: gateway, signingKey })],
    preview: { host: 'localhost', port: Number(new URL(playground).port), strictPort: true },
  })
  return { stop: () => server.close() }
}
