import { randomBytes } from 'node:crypto'
import type { ResultPage, Row } from '@lakefront/contract'
import { GatewayError } from '../errors.ts'
import { badSignature, expiredHandle, foreignHandle, unknownHandle } from './errors.ts'
import { createLiveResult, type LiveResult } from './liveResult.ts'
import { makeRoom } from './memoryBounds.ts'
import { createMemoryMeter } from './memoryMeter.ts'
import type { Caller, ResultStore, ResultStoreOptions, RowStream } from './port.ts'
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
  readAt: number
  expiresAt: number
  timer: NodeJS.Timeout | undefined
}

/** Keeps live results in memory, and nowhere else. */
export function createResultStore(options: ResultStoreOptions = {}): ResultStore {
  const { timeToLiveMs = 15 * 60_000, unreadMs = 2 * 60_000, graceMs = 30_000, now = Date.now } = options
  const { maxBytesPerResult = 128 * mebibyte, maxBytes = 512 * mebibyte } = options
  const links = createSignedLinks(options.signingKey)
  const entries = new Map<string, Entry>()
  const tombstones = new Set<string>()
  const meter = createMemoryMeter()

  const bounds = { maxBytesPerResult, maxBytes, totalBytes: meter.totalBytes, all: () => entries.values(), expire, now }

  function add(stream: RowStream, { caller, abort }: { caller: Caller; abort: AbortController }): Entry {
    const handle = randomBytes(24).toString('base64url')
    const makeRoomForIt = () => makeRoom(entry, bounds)
    const result = createLiveResult(stream, { abort, makeRoom: makeRoomForIt, count: meter.counter() })
    const entry: Entry = { handle, caller, result, readers: 0, readAt: 0, expiresAt: 0, timer: undefined }
    touch(entry)
    return entry
  }

  /** A result that still holds its source open, and that nobody reads, goes sooner. */
  function touch(entry: Entry): void {
    // Somebody may still be reading what has just been stopped.
    if (tombstones.has(entry.handle)) return
    const lifeMs = entry.result.isComplete || entry.readers > 0 ? timeToLiveMs : Math.min(unreadMs, timeToLiveMs)
    entry.readAt = now()
    entry.expiresAt = entry.readAt + lifeMs
    // The one longest unread is the first.
    entries.delete(entry.handle)
    entries.set(entry.handle, entry)
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
    entry.result.cut(expiredHandle())
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

  function pageOf({ handle, caller, result, expiresAt }: Entry, offset: number, rows: Row[]): ResultPage {
    const { isComplete, rowCount } = result
    return {
      handle,
      columns: [...result.columns],
      rows,
      offset,
      rowCount: isComplete ? rowCount : null,
      truncated: result.isTruncated,
      complete: isComplete && rows.length === rowCount,
      url: links.sign(handle, caller, expiresAt),
      expiresAt: new Date(expiresAt).toISOString(),
      ...(result.chart && { chart: result.chart }),
    }
  }

  /** One row further than asked for, so that a result which ends there is known to be complete. */
  async function readPage(entry: Entry, offset: number, limit: number): Promise<ResultPage> {
    const rows = limit === 0 ? [] : await entry.result.rows(offset, limit + 1)
    const { error, rowCount } = entry.result
    if (error && limit > 0 && rowCount < offset + limit) throw error
    touch(entry)
    return pageOf(entry, offset, rows.slice(0, limit))
  }

  /** A reader that went away may come back for the rest, after a cut connection; not for long. */
  function leave(entry: Entry): void {
    entry.readers--
    if (!entries.has(entry.handle)) return
    touch(entry)
    if (entry.readers > 0 || entry.result.isComplete) return
    const stop = () => {
      if (entry.readers === 0) entry.result.cut(droppedByReader())
    }
    setTimeout(stop, graceMs).unref()
  }

  return {
    async open(stream, { caller, pageSize, abort }) {
      const entry = add(stream, { caller, abort })
      try {
        const page = await readPage(entry, 0, pageSize)
        entry.result.readAhead()
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
      const { fromBatch, batchCount } = rangeOf(url)
      const reader = entry.result.openReader(fromBatch)
      entry.readers++
      touch(entry)
      return resultResponse(entry.result, {
        reader,
        batchCount,
        onRead: () => touch(entry),
        onClose: () => leave(entry),
      })
    },
    stop(request, caller) {
      try {
        expire(follow(new URL(request.url), caller).entry)
      } catch (error) {
        if (!isGone(error)) throw error
      }
    },
    heldBytes: () => [...entries.values()].reduce((sum, { result }) => sum + result.bytes, 0),
    async close() {
      for (const entry of [...entries.values()]) expire(entry)
    },
  }
}

/** The batches that a link asks for: `fromBatch`, and up to `toBatch` without it. */
function rangeOf({ searchParams }: URL): { fromBatch: number; batchCount: number } {
  const fromBatch = Math.max(0, Math.floor(Number(searchParams.get('fromBatch'))) || 0)
  const toBatch = Number(searchParams.get('toBatch') ?? Number.POSITIVE_INFINITY)
  return { fromBatch, batchCount: Number.isNaN(toBatch) ? Number.POSITIVE_INFINITY : Math.max(0, toBatch - fromBatch) }
}

/** Whether there is nothing to stop any more, which is what whoever stops it wants. */
function isGone(error: unknown): boolean {
  return error instanceof GatewayError && (error.code === 'unknown-handle' || error.code === 'expired-handle')
}

function droppedByReader(): GatewayError {
  return new GatewayError({ code: 'cancelled', message: 'Nobody read this result any more, so it was stopped.' })
}
