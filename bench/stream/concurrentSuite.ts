import { takeTurns } from '../measure.ts'
import { tables } from '../servers/dataset.ts'
import { type BenchServers, startServers } from '../servers/start.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { readThroughGateway } from './readStream.ts'
import { watchMemory } from './watchMemory.ts'

const streamCount = 100
const mebibyte = 1024 * 1024

/** A hundred readers at once against one: rows a second, what fails, and the memory of the gateway. */
export async function concurrentSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const servers = await startServers()
  const memory = watchMemory(servers.gatewayPid)
  const failures = new Map<string, number>()
  const onFailure = (reason: string) => failures.set(reason, (failures.get(reason) ?? 0) + 1)
  try {
    const samples = await takeTurns([() => timeOne(servers), () => timeAll(servers, onFailure)], { repeats })
    const failed = [...failures].map(([reason, count]) => `${count} of ${streamCount * (repeats + 1)}: ${reason}`)
    return {
      samples,
      comparisons,
      notes: [
        `streams that were not whole: ${failed.join('; ') || 'none'}`,
        `resident memory of the gateway: ${Math.round(memory.atStartBytes / mebibyte)} MiB at the start, ` +
          `${Math.round((await memory.highestBytes()) / mebibyte)} MiB at most`,
      ],
    }
  } finally {
    await servers.stop()
  }
}

async function timeOne({ client }: BenchServers) {
  const { lastRowMs } = await readThroughGateway(client, 'some_deals')
  return { 'one stream': lastRowMs }
}

/** A stream's share of the time of all, so that it is as many rows as the one stream's. */
async function timeAll({ client }: BenchServers, onFailure: (reason: string) => void) {
  const startedAt = performance.now()
  const readings = Array.from({ length: streamCount }, () => readThroughGateway(client, 'some_deals'))
  for (const reading of await Promise.allSettled(readings)) {
    if (reading.status === 'rejected') onFailure(describeFailure(reading.reason))
  }
  const wholeMs = performance.now() - startedAt
  return { [`${streamCount} streams at once`]: wholeMs, '  a hundredth of it': wholeMs / streamCount }
}

function describeFailure(reason: unknown): string {
  const cause = reason instanceof Error && reason.cause ? `, because of ${describeFailure(reason.cause)}` : ''
  return `${reason}${cause}`
}

const comparisons = [
  {
    name: `rows a second, ${streamCount} streams of ${tables.some_deals} rows / one`,
    over: 'one stream',
    under: '  a hundredth of it',
    atLeast: 1,
  },
]
