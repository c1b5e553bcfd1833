import { loadConfig } from '../../config/loadConfig.ts'
import { serveGateway } from '../../node.ts'
import { UsageError } from '../usage.ts'
import { waitForInterrupt } from '../waitForInterrupt.ts'

export type ServeArguments = {
  config?: string | undefined
  port?: string | undefined
  host?: string | undefined
  'allow-origin'?: readonly string[] | undefined
}

/** Serves a gateway until it is interrupted. The one line on standard output is its address. */
export async function serveCommand({ config: file, port, host, ...more }: ServeArguments): Promise<number> {
  if (file === undefined) throw new UsageError('Expected --config <file>.')
  const config = await loadConfig(file)
  const allowedOrigins = [...(config.allowedOrigins ?? []), ...(more['allow-origin'] ?? [])]
  const gateway = await serveGateway({
    config: { ...config, allowedOrigins },
    ...(port !== undefined && { port: toPort(port) }),
    ...(host !== undefined && { host }),
  })
  process.stdout.write(`listening ${gateway.url}\n`)
  await waitForInterrupt()
  await gateway.close()
  return 0
}

function toPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`--port: expected a number up to 65535, got "${text}".`)
  return port
}
