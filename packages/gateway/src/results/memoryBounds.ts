import type { LiveResult } from './liveResult.ts'

/** So long a result that nobody reads is left alone: whoever asked for it may just be on the way. */
const protectedMs = 60_000

/** A result as far as memory is concerned. */
export type HeldResult = {
  result: Pick<LiveResult, 'bytes' | 'lastBatchBytes' | 'letGo'>
  readers: number
  /** When it was last read, in milliseconds. */
  readAt: number
}

export type MemoryBounds<Held extends HeldResult> = {
  maxBytesPerResult: number
  maxBytes: number
  /** Bytes of all results, and those that pass through them. */
  totalBytes(): number
  /** All results, the one longest unread first. */
  all(): Iterable<Held>
  expire(held: Held): void
  now(): number
}

/**
 * Makes room for one more batch of a result: of its own rows those go that its readers have had; then results that nobody
 * reads, the one longest unread first; then what readers of other results have had. Answers whether there is room now.
 */
export function makeRoom<Held extends HeldResult>(needy: Held, bounds: MemoryBounds<Held>): boolean {
  const { maxBytesPerResult, maxBytes, totalBytes, all, expire, now } = bounds
  const own = needy.result.bytes + needy.result.lastBatchBytes - maxBytesPerResult
  const hasOwn = own <= 0 || needy.result.letGo(own) >= own

  const excess = () => totalBytes() - maxBytes
  if (excess() <= 0) return hasOwn
  for (const held of [...all()]) {
    if (excess() <= 0) break
    if (held === needy || held.readers > 0 || now() - held.readAt < protectedMs) continue
    expire(held)
  }
  for (const held of all()) {
    if (excess() <= 0) break
    held.result.letGo(excess())
  }
  return hasOwn && excess() <= 0
}
