import { randomBytes } from 'node:crypto'
import type { OpenRows } from './writeStream.ts'

/** Nobody came for a stream in this time: the statement is stopped. */
const unclaimedMs = 30_000

/** Results that wait for their one reader, each under an address that cannot be guessed. */
export type Streams = {
  /** Answers the path of the stream. */
  offer(rows: OpenRows): string
  /** What to stream; nothing when it was taken already, has expired, or never was. */
  take(path: string): OpenRows | undefined
  close(): void
}

export function createStreams(): Streams {
  const waiting = new Map<string, { rows: OpenRows; timer: NodeJS.Timeout }>()

  function take(path: string): OpenRows | undefined {
    const found = waiting.get(path)
    waiting.delete(path)
    clearTimeout(found?.timer)
    return found?.rows
  }

  const drop = (path: string) => void take(path)?.query.close()

  return {
    offer(rows) {
      const path = `/results/${randomBytes(24).toString('base64url')}`
      const timer = setTimeout(() => drop(path), unclaimedMs)
      timer.unref()
      waiting.set(path, { rows, timer })
      return path
    },
    take,
    close() {
      for (const path of [...waiting.keys()]) drop(path)
    },
  }
}
