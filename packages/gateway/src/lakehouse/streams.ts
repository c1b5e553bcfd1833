import { randomBytes } from 'node:crypto'
import { GatewayError } from '../errors.ts'
import type { PendingStream } from './writeStream.ts'

/** Nobody came for a stream in this time, or nothing came where a reader is expected: the statement is stopped. */
const unclaimedMs = 30_000

/** Results that wait for their one reader, each under an address that cannot be guessed. */
export type Streams = {
  /** Answers the path of the stream. A result that was withdrawn before it came is closed. */
  offer(pending: PendingStream, resultId?: string): string
  /**
   * What to stream; nothing when it was taken already, has expired, or never was.
   *
   * @param options.mayWait - The reader named the result, and comes before it.
   */
  take(path: string, options: { mayWait: boolean }): Promise<PendingStream | undefined>
  /** Stops what waits for its reader, now or when it comes. What has been taken is stopped by its reader. */
  withdraw(path: string): void
  close(): void
}

/** Where a result and its reader meet, whoever comes first. */
type Meeting = {
  result: PromiseWithResolvers<PendingStream | undefined>
  offered: PendingStream | undefined
  isTaken: boolean
  isWithdrawn: boolean
  timer: NodeJS.Timeout | undefined
}

/** Path of the result of this id. */
export function pathOf(resultId: string): string {
  return `/results/${resultId}`
}

export function createStreams(): Streams {
  const meetings = new Map<string, Meeting>()

  function meetingAt(path: string): Meeting {
    const known = meetings.get(path)
    if (known) return known
    const result = Promise.withResolvers<PendingStream | undefined>()
    const meeting: Meeting = { result, offered: undefined, isTaken: false, isWithdrawn: false, timer: undefined }
    meetings.set(path, meeting)
    endLater(path, meeting)
    return meeting
  }

  function endLater(path: string, meeting: Meeting): void {
    clearTimeout(meeting.timer)
    meeting.timer = setTimeout(() => end(path, meeting), unclaimedMs)
    meeting.timer.unref()
  }

  function end(path: string, meeting: Meeting): void {
    meetings.delete(path)
    clearTimeout(meeting.timer)
    meeting.result.resolve(undefined)
    void meeting.offered?.query.close()
  }

  return {
    offer(pending, resultId = randomBytes(24).toString('base64url')) {
      const path = pathOf(resultId)
      const meeting = meetingAt(path)
      if (meeting.offered) throw new GatewayError({ code: 'invalid-input', message: 'There is such a result already.' })
      meeting.offered = pending
      meeting.result.resolve(pending)
      if (meeting.isWithdrawn) void pending.query.close()
      return path
    },
    async take(path, { mayWait }) {
      const meeting = mayWait ? meetingAt(path) : meetings.get(path)
      if (!meeting || meeting.isTaken) return undefined
      meeting.isTaken = true
      // A statement may take as long as it likes to its first row, while somebody waits for it.
      clearTimeout(meeting.timer)
      const pending = await meeting.result.promise
      if (!pending || meeting.isWithdrawn) return undefined
      meetings.delete(path)
      return pending
    },
    withdraw(path) {
      const meeting = meetingAt(path)
      meeting.isWithdrawn = true
      meeting.result.resolve(undefined)
      void meeting.offered?.query.close()
      // Remembered for a while: what it was meant for may still come.
      endLater(path, meeting)
    },
    close() {
      for (const [path, meeting] of [...meetings]) end(path, meeting)
    },
  }
}
