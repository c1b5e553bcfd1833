import { arrowStreamMediaType, type ResultPage, type StreamEnd } from '@lakefront/contract'
import { encodeRows } from './arrowStream.ts'
import type { Clock } from './clock.ts'
import { refuse } from './refuse.ts'
import type { ScriptedResult } from './script.ts'

const timeToLiveMs = 15 * 60_000
const statusOfRefusal = { 'expired-handle': 410, 'unknown-handle': 404, 'foreign-handle': 403 } as const

/** The live results of a scripted gateway, and the streams of their rows. */
export function createScriptedResults(clock: Clock) {
  const live = new Map<string, ScriptedResult & { connectionCount: number }>()
  const requests: URL[] = []

  function open(result: ScriptedResult): ResultPage {
    const handle = `result-${live.size + 1}`
    live.set(handle, { ...result, connectionCount: 0 })
    const { columns, rows, pageSize = 200, truncated = false } = result
    const complete = rows.length <= pageSize
    return {
      handle,
      columns: [...columns],
      rows: rows.slice(0, pageSize),
      offset: 0,
      rowCount: complete ? rows.length : null,
      truncated,
      complete,
      url: `/results/${handle}?signature=scripted`,
      expiresAt: new Date(clock.now() + timeToLiveMs).toISOString(),
    }
  }

  function respond(request: Request): Response {
    const url = new URL(request.url)
    requests.push(url)
    const result = live.get(url.pathname.replace('/results/', ''))
    const refusal = result ? result.refuses : 'unknown-handle'
    if (!result || refusal) {
      return refuse(
        statusOfRefusal[refusal ?? 'unknown-handle'],
        refusal ?? 'unknown-handle',
        'This result is not here any more.',
      )
    }
    result.connectionCount += 1
    const fromBatch = Number(url.searchParams.get('fromBatch') ?? 0)
    const hangUp = new AbortController()
    const signal = AbortSignal.any([request.signal, hangUp.signal])
    const body = toStream(streamOf(result, fromBatch, clock, signal), hangUp)
    return new Response(body, { headers: { 'content-type': arrowStreamMediaType } })
  }

  return { open, respond, requests }
}

export type ScriptedResults = ReturnType<typeof createScriptedResults>

type LiveResult = ScriptedResult & { connectionCount: number }

async function* streamOf(result: LiveResult, fromBatch: number, clock: Clock, signal: AbortSignal) {
  const {
    columns,
    rows,
    batchSize = 2_048,
    batchDelayMs = 0,
    cutAfterBatch,
    cutAlways,
    truncated = false,
    error,
  } = result
  const isCut = cutAfterBatch !== undefined && (cutAlways || result.connectionCount === 1)
  const { schema, batches, end } = encodeRows(columns, groupsOf(rows, batchSize))
  yield schema
  for (const [index, batch] of batches.entries()) {
    if (index < fromBatch) continue
    if (isCut && index >= cutAfterBatch) throw new TypeError('The connection was cut.')
    if (batchDelayMs > 0) await clock.sleep(batchDelayMs, signal)
    yield batch
  }
  yield end
  const streamEnd: StreamEnd = { rowCount: rows.length, truncated, error }
  yield new TextEncoder().encode(JSON.stringify(streamEnd))
}

/** `ReadableStream.from`, which not every browser has. */
function toStream(parts: AsyncGenerator<Uint8Array>, hangUp: AbortController): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel() {
      hangUp.abort()
    },
  })
}

function groupsOf<item>(items: readonly item[], size: number): item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
