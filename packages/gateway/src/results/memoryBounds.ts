import type { LiveResult } from './liveResult.ts'

/** So long a result that nobody reads is left alone: whoever asked for it may just be on the way. */
const protectedMs = 60_000

/** A result as far as memory is concerned. */
export type HeldResult = {
  result: Pick<LiveResult, 'bytes' | 'passingBytes' | 'lastBatchBytes' | 'letGo'>
  readers: number
  /** When it was last read, in milliseconds. */
  readAt: number
}

export type MemoryBounds<Held extends HeldResult> = {
  maxBytesPerResult: number
  maxBytes: number
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
  const { maxBytesPerResult, maxBytes, all, expire, now } = bounds
  const own = needy.result.bytes + needy.result.lastBatchBytes - maxBytesPerResult
  const ownLeft = own > 0 ? own - needy.result.letGo(own) : 0

  let excess = [...all()].reduce((sum, held) => sum + bytesOf(held), 0) - maxBytes
  if (excess <= 0) return ownLeft <= 0
  for (const held of [...all()]) {
    if (excess <= 0) break
    if (held === needy || held.readers > 0 || now() - held.readAt < protectedMs) continue
    excess -= bytesOf(held)
    expire(held)
  }
  for (const held of all()) {
    if (excess <= 0) break
    excess -= held.result.letGo(excess)
  }
  return ownLeft <= 0 && excess <= 0
}

/** What is held, and what passes: the batch to come too, once its result reads. */
function bytesOf({ result }: HeldResult): number {
  return result.bytes + result.passingBytes
}
