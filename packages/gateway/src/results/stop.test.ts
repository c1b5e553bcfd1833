import type { ResultPage } from '@lakefront/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../../client/src/index.ts'
import { type CuttingProxy, startCuttingProxy } from '../testing/cuttingProxy.ts'
import { inParallel, scattered } from '../testing/inParallel.ts'
import { type StreamingGateway, startStreamingGateway } from '../testing/startStreamingGateway.ts'

const endless = 'select a.range as id, md5(a.range::varchar) as hash from range(5000000000) a'
const longestMs = 60

let gateway: StreamingGateway
let proxy: CuttingProxy
let client: Client
let cutClient: Client

beforeAll(async () => {
  gateway = await startStreamingGateway()
  proxy = await startCuttingProxy(gateway.port)
  client = await gateway.connect()
  cutClient = await gateway.connect(proxy.port)
})
afterAll(async () => {
  await proxy.close()
  await gateway.close()
})

const after = (delayMs: number) => new Promise((resolve) => setTimeout(resolve, delayMs))

async function run(by: Client, signal?: AbortSignal): Promise<ResultPage> {
  return (await by.callTool('run_query', { source: 'lakehouse', sql: endless }, { signal })).result
}

async function beforeTheReply(delayMs: number) {
  const abort = new AbortController()
  const running = run(client, abort.signal)
  setTimeout(() => abort.abort(), delayMs)
  // A reply that was quicker is stopped as the page does it: by its address.
  await running.then((page) => client.stopResult(page)).catch((error) => expect(error.code).toBe('cancelled'))
}

async function betweenReplyAndStream(delayMs: number) {
  const page = await run(client)
  await after(delayMs / 4)
  await client.stopResult(page)
}

async function whileRowsStream(delayMs: number) {
  const page = await run(client)
  setTimeout(() => void client.stopResult(page), delayMs)
  await expect(readAll(client, page)).rejects.toThrow()
}

async function afterResuming(delayMs: number) {
  const page = await run(cutClient)
  proxy.cutAfter(Math.floor(delayMs * 20_000))
  let isResumed = false
  const onReconnecting = (isReconnecting: boolean) => {
    if (isReconnecting || isResumed) return
    isResumed = true
    void cutClient.stopResult(page)
  }
  await expect(readAll(cutClient, page, onReconnecting)).rejects.toThrow()
  expect(isResumed).toBe(true)
}

async function readAll(by: Client, page: ResultPage, onReconnecting?: (isReconnecting: boolean) => void) {
  for await (const _batch of by.openResult(page, { onReconnecting }));
}

test.each([
  ['before the reply', beforeTheReply, 70, 8],
  ['between the reply and the stream', betweenReplyAndStream, 40, 4],
  ['while rows stream', whileRowsStream, 50, 4],
  // The proxy cuts the next connection that reads, so one at a time.
  ['after a cut connection was taken up again', afterResuming, 40, 1],
])(
  'behavior: a stop %s leaves no statement running, at any moment',
  { timeout: 120_000 },
  async (_case, stop, count, atOnce) => {
    await inParallel({ count, atOnce }, (index) => stop(scattered(index, longestMs)))
    await expect.poll(gateway.lakehouse.openStatements, { timeout: 5_000 }).toBe(0)
  },
)
