import { randomBytes } from 'node:crypto'
import type { ResultPage } from '@lakefront/contract'
import { GatewayError } from '../errors.ts'
import { badSignature, expiredHandle, foreignHandle, unknownHandle } from './errors.ts'
import { createLiveResult, type LiveResult } from './liveResult.ts'
import type { Caller, ResultStore, ResultStoreOptions } from './port.ts'
import { resultResponse } from './resultStream.ts'
import { createSignedLinks } from './signedLinks.ts'

const mebibyte = 1024 * 1024
/** So many expired handles are remembered, to say "expired" rather than "unknown". */
const mostTombstones = 10_000

type Entry = {
  handle: string
  caller: Caller
  result: LiveResult
  readers: number
  expiresAt: number
  timer: NodeJS.Timeout | undefined
}

/** Keeps live results in memory, and nowhere else. */
export function createResultStore(options: ResultStoreOptions = {}): ResultStore {
  const { timeToLiveMs = 15 * 60_000, unreadMs = 2 * 60_000, graceMs = 2_000, now = Date.now } = options
  const { maxBytesPerResult = 128 * mebibyte, maxBytes = 512 * mebibyte } = options
  const links = createSignedLinks(options.signingKey)
  const entries = new Map<string, Entry>()
  const tombstones = new Set<string>()

  function add(caller: Caller, makeResult: (mayKeep: (bytes: number) => boolean) => LiveResult): Entry {
    const handle = randomBytes(24).toString('base64url')
    const result: LiveResult = makeResult(
      (bytes) => result.bytes + bytes <= maxBytesPerResult && makeRoom(entry, bytes),
    )
    const entry: Entry = { handle, caller, result, readers: 0, expiresAt: 0, timer: undefined }
    entries.set(handle, entry)
    touch(entry)
    return entry
  }

  /** Lets the oldest results expire until there is room; results that somebody reads stay. */
  function makeRoom(needy: Entry, bytes: number): boolean {
    const held = () => [...entries.values()].reduce((sum, { result }) => sum + result.bytes, 0)
    const oldest = [...entries.values()].filter((entry) => entry !== needy && entry.readers === 0)
    for (const entry of oldest) {
      if (held() + bytes <= maxBytes) break
      expire(entry)
    }
    return held() + bytes <= maxBytes
  }

  /** A result that still holds its source open, and that nobody reads, goes sooner. */
  function touch(entry: Entry): void {
    const lifeMs = entry.result.isComplete || entry.readers > 0 ? timeToLiveMs : Math.min(unreadMs, timeToLiveMs)
    entry.expiresAt = now() + lifeMs
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => expireWhenDue(entry), lifeMs)
    entry.timer.unref()
  }

  function expireWhenDue(entry: Entry): void {
    if (entry.readers > 0) touch(entry)
    else expire(entry)
  }

  function expire(entry: Entry): void {
    clearTimeout(entry.timer)
    entries.delete(entry.handle)
    entry.result.cut({ error: expiredHandle() })
    entry.result.clear()
    // Whoever still reads it gets no further, and must not take that for the end.
    entry.result.error ??= expiredHandle()
    tombstones.add(entry.handle)
    if (tombstones.size > mostTombstones) tombstones.delete(tombstones.values().next().value!)
  }

  function find(handle: string, caller: Caller): Entry {
    const entry = entries.get(handle)
    if (!entry) throw tombstones.has(handle) ? expiredHandle() : unknownHandle()
    if (entry.caller.tenantId !== caller.tenantId || entry.caller.userId !== caller.userId) throw foreignHandle()
    if (entry.expiresAt > now()) return entry
    expire(entry)
    throw expiredHandle()
  }

  /** The result that a signed link leads to, which may have run out. */
  function follow(url: URL, caller: Caller): { entry: Entry; expiresAt: number } {
    const handle = url.pathname.split('/').at(-1) ?? ''
    const entry = find(handle, caller)
    const { isGenuine, expiresAt } = links.check(url, handle, caller)
    if (!isGenuine) throw badSignature()
    return { entry, expiresAt }
  }

  function pageOf(entry: Entry, offset: number, limit: number): ResultPage {
    const { handle, caller, result } = entry
    touch(entry)
    const rows = result.rows(offset, limit)
    const { isComplete, rowCount } = result
    return {
      handle,
      columns: [...result.columns],
      rows,
      offset,
      rowCount: isComplete ? rowCount : null,
      truncated: result.isTruncated,
      complete: isComplete && rows.length === rowCount,
      url: links.sign(handle, caller, entry.expiresAt),
      expiresAt: new Date(entry.expiresAt).toISOString(),
      ...(result.chart && { chart: result.chart }),
    }
  }

  /** One row further than asked for, so that a result which ends there is known to be complete. */
  async function readPage(entry: Entry, offset: number, limit: number): Promise<ResultPage> {
    await entry.result.untilRows(offset + limit + 1)
    const { error, rowCount } = entry.result
    if (error && rowCount < offset + limit) throw error
    return pageOf(entry, offset, limit)
  }

  /** A reader that went away may come back for the rest, after a cut connection; not for long. */
  function leave(entry: Entry): void {
    entry.readers--
    if (!entries.has(entry.handle)) return
    touch(entry)
    if (entry.readers > 0 || entry.result.isComplete) return
    const stop = () => {
      if (entry.readers === 0) entry.result.cut({ error: droppedByReader() })
    }
    setTimeout(stop, graceMs).unref()
  }

  return {
    async open(stream, { caller, pageSize, abort }) {
      const entry = add(caller, (mayKeep) => createLiveResult(stream, { abort, mayKeep }))
      try {
        const page = await readPage(entry, 0, pageSize)
        if (!entry.result.isComplete) void entry.result.batchAt(0)
        return page
      } catch (error) {
        expire(entry)
        throw error
      }
    },
    async page(handle, { caller, offset, limit }) {
      return await readPage(find(handle, caller), offset, limit)
    },
    async stream(request, caller) {
      const url = new URL(request.url)
      const { entry, expiresAt } = follow(url, caller)
      // A link that has run out is renewed by reading a page of the same, still living result.
      if (expiresAt <= now()) throw expiredHandle()
      entry.readers++
      const fromBatch = Math.max(0, Number(url.searchParams.get('fromBatch')) || 0)
      return resultResponse(entry.result, { fromBatch, onRead: () => touch(entry), onClose: () => leave(entry) })
    },
    stop(request, caller) {
      try {
        expire(follow(new URL(request.url), caller).entry)
      } catch (error) {
        if (!isGone(error)) throw error
      }
    },
    async close() {
      for (const entry of [...entries.values()]) expire(entry)
    },
  }
}

/** Whether there is nothing to stop any more, which is what whoever stops it wants. */
function isGone(error: unknown): boolean {
  return error instanceof GatewayError && (error.code === 'unknown-handle' || error.code === 'expired-handle')
}

function droppedByReader(): GatewayError {
  return new GatewayError({ code: 'cancelled', message: 'Nobody read this result any more, so it was stopped.' })
}
