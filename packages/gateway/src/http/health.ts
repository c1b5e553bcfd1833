import { orWhenAborted } from '../orWhenAborted.ts'
import type { Source } from '../sources/port.ts'
import type { Outcome } from '../sources/watchSource.ts'

const timeoutMs = 2_000
const pauseMs = 3_000

export type HealthOptions = {
  sources: ReadonlyMap<string, Source>
  /** Those of them that may be asked. */
  probes: ReadonlyMap<string, Source>
  /** Ids of the sources with what is known of each. */
  outcomes: ReadonlyMap<string, Outcome>
  brokenViews: ReadonlySet<string>
}

/**
 * Answers `/health`: 200 while the gateway serves, with how each source did when it was last used. A source is asked for
 * this only while nothing is known of it or it is down, and never where time is billed, since anybody may call this often:
 * that one is `unknown` until it is used. One that hangs keeps nobody waiting. Views that read tables which their source did
 * not list when it was last asked are named.
 */
export function createHealth({ sources, probes, outcomes, brokenViews }: HealthOptions): () => Promise<Response> {
  const asked = new Map<string, { startedAt: number; done: Promise<void> }>()

  function probe(source: Source): Promise<void> {
    const known = asked.get(source.id)
    if (known && performance.now() - known.startedAt < pauseMs) return known.done
    const done = selectOne(source)
    asked.set(source.id, { startedAt: performance.now(), done })
    return done
  }

  async function statusOf(id: string) {
    const source = probes.get(id)
    if (source && outcomes.get(id) !== 'available') await probe(source)
    return [id, { status: outcomes.get(id) ?? (source ? 'unavailable' : 'unknown') }] as const
  }

  return async () => {
    const statuses = await Promise.all([...sources.keys()].map(statusOf))
    const views = [...brokenViews].map((name) => [name, { status: 'table-not-listed' }] as const)
    const body = {
      status: 'serving',
      sources: Object.fromEntries(statuses),
      ...(views.length > 0 && { views: Object.fromEntries(views) }),
    }
    return Response.json(body, { headers: { 'cache-control': 'no-store' } })
  }
}

/** How it goes is seen by whoever watches the source. */
async function selectOne(source: Source): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs)
  const read = async () => {
    const { batches } = await source.query('SELECT 1 AS alive', { signal, maxRows: 1 })
    for await (const _ of batches) break
  }
  // A source may take its time even to be given up.
  await orWhenAborted(read(), signal).catch(() => undefined)
}
