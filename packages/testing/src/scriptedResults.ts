import { arrowStreamMediaType, type ResultPage, type StreamEnd } from '@lakefront/contract'
import { encodeRows } from './arrowStream.ts'
import type { Clock } from './clock.ts'
import { refuse } from './refuse.ts'
import type { ScriptedResult } from './script.ts'
import { scriptedExport } from './scriptedExport.ts'

const timeToLiveMs = 15 * 60_000
const statusOfRefusal = { 'expired-handle': 410, 'unknown-handle': 404, 'foreign-handle': 403 } as const

/** The live results of a scripted gateway, and the streams of their rows. */
export function createScriptedResults(clock: Clock) {
  const live = new Map<string, LiveResult>()
  const requests: URL[] = []
  const stopped: string[] = []

  function open(result: ScriptedResult): ResultPage {
    const handle = `result-${live.size + 1}`
    live.set(handle, { ...result, connectionCount: 0, stopping: new AbortController() })
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

  /** As the gateway does: ends whoever reads it, and forgets the rows. */
  function stop(handle: string, result: LiveResult | undefined): Response {
    stopped.push(handle)
    result?.stopping.abort()
    if (result) result.refuses = 'expired-handle'
    return new Response(null, { status: 204 })
  }

  function respond(request: Request): Response {
    const url = new URL(request.url)
    const [, , handle = '', kind] = url.pathname.split('/')
    const result = live.get(handle)
    const refusal = result ? result.refuses : 'unknown-handle'
    if (request.method === 'DELETE' && refusal !== 'foreign-handle') return stop(handle, result)
    requests.push(url)
    if (!result || refusal) {
      return refuse(
        statusOfRefusal[refusal ?? 'unknown-handle'],
        refusal ?? 'unknown-handle',
        'This result is not here any more.',
      )
    }
    result.connectionCount += 1
    const fromBatch = Number(url.searchParams.get('fromBatch') ?? 0)
    const toBatch = Number(url.searchParams.get('toBatch') ?? Number.POSITIVE_INFINITY)
    const hangUp = new AbortController()
    const signal = AbortSignal.any([request.signal, hangUp.signal])
    if (kind === 'export') return fileOf(result, clock, signal)
    const body = toStream(streamOf(result, { fromBatch, toBatch }, clock, signal), hangUp)
    return new Response(body, { headers: { 'content-type': arrowStreamMediaType } })
  }

  return { open, respond, requests, stopped }
}

export type ScriptedResults = ReturnType<typeof createScriptedResults>

type LiveResult = ScriptedResult & { connectionCount: number; stopping: AbortController }

type BatchRange = { fromBatch: number; toBatch: number }

async function* streamOf(result: LiveResult, { fromBatch, toBatch }: BatchRange, clock: Clock, outer: AbortSignal) {
  const signal = AbortSignal.any([outer, result.stopping.signal])
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
    if (index < fromBatch || index >= toBatch) continue
    if (isCut && index >= cutAfterBatch) throw new TypeError('The connection was cut.')
    if (batchDelayMs > 0) await clock.sleep(batchDelayMs, signal)
    yield batch
  }
  yield end
  const streamEnd: StreamEnd = { rowCount: rows.length, truncated, error }
  yield new TextEncoder().encode(JSON.stringify(streamEnd))
}

/** The same rows as a file, with the same faults. */
function fileOf(result: LiveResult, clock: Clock, outer: AbortSignal): Response {
  const { columns, rows, batchSize = 2_048, batchDelayMs = 0, cutAfterBatch, truncated = false, error } = result
  const signal = AbortSignal.any([outer, result.stopping.signal])
  async function* groups() {
    for (const [index, group] of groupsOf(rows, batchSize).entries()) {
      if (index === cutAfterBatch) throw new TypeError('The connection was cut.')
      if (batchDelayMs > 0) await clock.sleep(batchDelayMs, signal)
      yield group
    }
    if (error) throw new TypeError('The source failed.')
  }
  return scriptedExport({ columns, groups: groups(), rowCount: rows.length, truncated })
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
