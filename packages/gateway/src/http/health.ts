import type { Source } from '../sources/port.ts'
import type { Outcome } from '../sources/watchSource.ts'

const timeoutMs = 2_000
const pauseMs = 3_000

/** Ids of the sources with what is known of each. */
export type Outcomes = ReadonlyMap<string, Outcome>

/**
 * Answers `/health`: 200 while the gateway serves, with how each source did when it was last used. A source is asked for
 * this only while nothing is known of it or it is down: anybody may call this often, and a warehouse that is woken bills.
 */
export function createHealth(sources: ReadonlyMap<string, Source>, outcomes: Outcomes): () => Promise<Response> {
  const probes = new Map<string, { startedAt: number; done: Promise<void> }>()

  function probe(source: Source): Promise<void> {
    const known = probes.get(source.id)
    if (known && performance.now() - known.startedAt < pauseMs) return known.done
    const done = selectOne(source)
    probes.set(source.id, { startedAt: performance.now(), done })
    return done
  }

  async function statusOf(source: Source) {
    if (outcomes.get(source.id) !== 'available') await probe(source)
    return [source.id, { status: outcomes.get(source.id) ?? 'unavailable' }] as const
  }

  return async () => {
    const statuses = await Promise.all([...sources.values()].map(statusOf))
    const body = { status: 'serving', sources: Object.fromEntries(statuses) }
    return Response.json(body, { headers: { 'cache-control': 'no-store' } })
  }
}

/** How it goes is seen by whoever watches the source. */
async function selectOne(source: Source): Promise<void> {
  try {
    const { batches } = await source.query('SELECT 1 AS alive', { signal: AbortSignal.timeout(timeoutMs), maxRows: 1 })
    for await (const _ of batches) break
  } catch {}
}
