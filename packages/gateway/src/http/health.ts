import type { Source } from '../sources/port.ts'

const timeoutMs = 2_000
const keptMs = 5_000

/**
 * Answers `/health`: 200 while the gateway serves, with what each source is at. Kept for seconds and asked once at a time,
 * since anybody may call it.
 */
export function createHealth(sources: ReadonlyMap<string, Source>): () => Promise<Response> {
  let latest: { checkedAt: number; statuses: Promise<Record<string, { status: string }>> } | undefined
  return async () => {
    if (!latest || Date.now() - latest.checkedAt > keptMs) {
      latest = { checkedAt: Date.now(), statuses: checkAll([...sources.values()]) }
    }
    return Response.json(
      { status: 'serving', sources: await latest.statuses },
      { headers: { 'cache-control': 'no-store' } },
    )
  }
}

async function checkAll(sources: readonly Source[]): Promise<Record<string, { status: string }>> {
  const checked = await Promise.all(
    sources.map(async (source) => [source.id, { status: await check(source) }] as const),
  )
  return Object.fromEntries(checked)
}

async function check(source: Source): Promise<'available' | 'unavailable'> {
  try {
    const result = await source.query('SELECT 1 AS alive', { signal: AbortSignal.timeout(timeoutMs), maxRows: 1 })
    for await (const _ of result.batches) break
    return 'available'
  } catch {
    return 'unavailable'
  }
}
