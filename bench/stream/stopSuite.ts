import { percentileOf, type Sample } from '../measure.ts'
import { selectAll } from '../servers/dataset.ts'
import { type BenchServers, startServers } from '../servers/start.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { readThroughGateway } from './readStream.ts'

const stopsOfEach = 50
/** So many moments are tried at most: some come when the statement has already ended. */
const mostTries = 3 * stopsOfEach

/** From the abort in the client until the lakehouse runs nothing any more, at random moments of a million rows. */
export async function stopSuite(_options: SuiteOptions): Promise<Measured> {
  const servers = await startServers()
  try {
    await readThroughGateway(servers.client, 'deals')
    const { firstRowMs, firstBatchMs, lastRowMs } = await readThroughGateway(servers.client, 'deals')
    const early = await collect(() => stopBeforeReply(servers, Math.random() * firstRowMs))
    const late = await collect(() => stopStream(servers, Math.random() * (lastRowMs - firstBatchMs)))
    const samples = [
      { name: 'stopped before the reply, to the lakehouse idle', unit: 'ms' as const, values: early },
      { name: 'stopped while rows stream, to the lakehouse idle', unit: 'ms' as const, values: late },
    ]
    return { samples, comparisons: [], notes: samples.map(describe) }
  } finally {
    await servers.stop()
  }
}

const now = () => performance.timeOrigin + performance.now()

/** Stops that found something running, so many as are wanted. */
async function collect(stop: () => Promise<number | undefined>): Promise<number[]> {
  const timesMs: number[] = []
  for (let tries = 0; timesMs.length < stopsOfEach && tries < mostTries; tries++) {
    const timeMs = await stop()
    if (timeMs !== undefined) timesMs.push(timeMs)
  }
  return timesMs
}

/** `undefined` when the reply was quicker. */
async function stopBeforeReply(servers: BenchServers, afterMs: number): Promise<number | undefined> {
  const { abort, abortedAt } = abortAfter(afterMs)
  const input = { source: 'lakehouse', sql: selectAll('deals') }
  const reply = await servers.client.callTool('run_query', input, { signal: abort.signal }).catch(() => undefined)
  if (!reply) return await timeToIdle(servers, abortedAt())
  // Read to its end: a result that nobody reads keeps its statement open for a while, which is not measured here.
  for await (const _batch of servers.client.openResult(reply.result));
  return undefined
}

/** `undefined` when the rows had ended. */
async function stopStream(servers: BenchServers, afterMs: number): Promise<number | undefined> {
  const { result } = await servers.client.callTool('run_query', { source: 'lakehouse', sql: selectAll('deals') })
  let stopping: ReturnType<typeof abortAfter> | undefined
  const abort = new AbortController()
  try {
    for await (const _batch of servers.client.openResult(result, { signal: abort.signal })) {
      stopping ??= abortAfter(afterMs, abort)
    }
  } catch {
    return await timeToIdle(servers, stopping!.abortedAt())
  }
  return undefined
}

function abortAfter(afterMs: number, abort = new AbortController()) {
  let abortedAt = Number.NaN
  setTimeout(() => {
    abortedAt = now()
    abort.abort()
  }, afterMs)
  return { abort, abortedAt: () => abortedAt }
}

async function timeToIdle({ urls }: BenchServers, abortedAt: number): Promise<number | undefined> {
  const idleSince = Number(await (await fetch(`${urls.lakehouse}/idle`)).text())
  return idleSince > abortedAt ? idleSince - abortedAt : undefined
}

function describe({ name, values }: Sample): string {
  const [p50, p99] = [0.5, 0.99].map((share) => percentileOf(values, share).toFixed(0))
  return `${name}: p50 ${p50} ms, p99 ${p99} ms of ${values.length} stops`
}
