import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { type Client, createClient } from '@lakefront/client'
import { startServiceProcess } from '../../playground/services/serviceProcess.ts'
import { pretendUsers, signToken } from '../../playground/services/session.ts'
import { makeDataset } from './dataset.ts'

/** Everything the stream benches talk to, each in its own process. */
export type BenchServers = {
  client: Client
  /** Addresses, each without a slash at its end. */
  urls: { gateway: string; bareArrow: string; json: string; lakehouse: string }
  getAccessToken(): Promise<string>
  gatewayPid: number
  stop(): Promise<void>
}

const tokenKeptMs = 5 * 60_000

const here = (file: string) => resolve(import.meta.dirname, file)
const gatewayScript = here('../../packages/gateway/src/cli/main.ts')

/**
 * Starts a gateway before a lakehouse of the bench's rows, and the two servers that they are held against.
 *
 * @param options.pageOrigin - Origin of the page that calls the gateway, where one does.
 */
export async function startServers({ pageOrigin = '' }: { pageOrigin?: string } = {}): Promise<BenchServers> {
  await makeDataset()
  const jwtSecret = randomBytes(32).toString('hex')
  const [lakehouse, bareArrow, json] = await Promise.all(
    ['lakehouse', 'bareArrow', 'json'].map((name) =>
      startServiceProcess({ name, script: here(`./${name}.ts`), args: [] }),
    ),
  )
  const { url } = (await (await fetch(lakehouse!.address)).json()) as { url: string }
  const gateway = await startServiceProcess({
    name: 'gateway',
    script: gatewayScript,
    args: ['serve', '--config', here('./lakefront.config.ts'), '--port', '0'],
    env: { BENCH_LAKEHOUSE_URL: url, BENCH_JWT_SECRET: jwtSecret, BENCH_PAGE_ORIGIN: pageOrigin },
  })
  const getAccessToken = keptFor(tokenKeptMs, () => signToken(pretendUsers[0]!, { jwtSecret }))
  const client = createClient({ gatewayUrl: gateway.address, getAccessToken })
  return {
    client,
    getAccessToken,
    urls: {
      gateway: gateway.address,
      lakehouse: trimmed(lakehouse!.address),
      bareArrow: trimmed(bareArrow!.address),
      json: json!.address,
    },
    gatewayPid: gateway.pid,
    async stop() {
      await client.close()
      await Promise.all([gateway, lakehouse!, bareArrow!, json!].map((service) => service.stop()))
    },
  }
}

/** As a CRM's page does it: a token is asked for again when the last one may soon run out. */
function keptFor<Value>(keptMs: number, ask: () => Promise<Value>): () => Promise<Value> {
  let kept: { value: Promise<Value>; at: number } | undefined
  return () => {
    if (!kept || performance.now() - kept.at > keptMs) kept = { value: ask(), at: performance.now() }
    return kept.value
  }
}

const trimmed = (url: string) => url.replace(/\/$/, '')
