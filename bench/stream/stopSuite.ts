import { setTimeout as delay } from 'node:timers/promises'
import { percentileOf, type Sample } from '../measure.ts'
import { selectAll } from '../servers/dataset.ts'
import { type BenchServers, startServers } from '../servers/start.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { readThroughGateway } from './readStream.ts'

const stopsOfEach = 50
/** So many moments are tried at most: some come when the statement has already ended. */
const mostTries = 3 * stopsOfEach

/** From the stop in the client until the lakehouse runs nothing any more, at random moments of a million rows. */
export async function stopSuite(_options: SuiteOptions): Promise<Measured> {
  const servers = await startServers()
  try {
    await readThroughGateway(servers.client, 'deals')
    const { firstRowMs, firstBatchMs, lastRowMs } = await readThroughGateway(servers.client, 'deals')
    const streamMs = lastRowMs - firstBatchMs
    const samples = [
      { name: 'stopped before the reply', values: await collect(() => stopBeforeReply(servers, firstRowMs)) },
      { name: 'stopped between the reply and the stream', values: await collect(() => stopUnread(servers, streamMs)) },
      { name: 'stopped while rows stream', values: await collect(() => stopStream(servers, streamMs)) },
    ].map(({ name, values }) => ({ name: `${name}, to the lakehouse idle`, unit: 'ms' as const, values }))
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

const statement = { source: 'lakehouse', sql: selectAll('deals') }

/** `undefined` when the reply was quicker. */
async function stopBeforeReply(servers: BenchServers, withinMs: number): Promise<number | undefined> {
  const abort = new AbortController()
  const stopped = stopAfter(Math.random() * withinMs, () => abort.abort())
  const reply = await servers.client.callTool('run_query', statement, { signal: abort.signal }).catch(() => undefined)
  if (!reply) return await timeToIdle(servers, await stopped)
  await servers.client.stopResult(reply.result)
  return undefined
}

async function stopUnread(servers: BenchServers, withinMs: number): Promise<number | undefined> {
  const { result } = await servers.client.callTool('run_query', statement)
  const stoppedAt = await stopAfter(Math.random() * withinMs, () => void servers.client.stopResult(result))
  return await timeToIdle(servers, stoppedAt)
}

/** `undefined` when the rows had ended. */
async function stopStream(servers: BenchServers, withinMs: number): Promise<number | undefined> {
  const { result } = await servers.client.callTool('run_query', statement)
  let stopped: Promise<number> | undefined
  try {
    for await (const _batch of servers.client.openResult(result)) {
      stopped ??= stopAfter(Math.random() * withinMs, () => void servers.client.stopResult(result))
    }
  } catch {
    return await timeToIdle(servers, await stopped!)
  }
  return undefined
}

/** Answers when it was. */
async function stopAfter(afterMs: number, stop: () => void): Promise<number> {
  await delay(afterMs)
  const stoppedAt = now()
  stop()
  return stoppedAt
}

async function timeToIdle({ urls }: BenchServers, stoppedAt: number): Promise<number | undefined> {
  const idleSince = Number(await (await fetch(`${urls.lakehouse}/idle`)).text())
  return idleSince > stoppedAt ? idleSince - stoppedAt : undefined
}

function describe({ name, values }: Sample): string {
  const [p50, p99] = [0.5, 0.99].map((share) => percentileOf(values, share).toFixed(0))
  return `${name}: p50 ${p50} ms, p99 ${p99} ms of ${values.length} stops`
}
