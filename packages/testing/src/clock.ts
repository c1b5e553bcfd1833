/** Time as scripts see it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `durationMs`; rejects with the signal's reason when it is aborted before. */
  sleep(durationMs: number, signal?: AbortSignal | undefined): Promise<void>
}

export type FakeClock = Clock & {
  /** Moves time on, waking in order everybody whose time has come. */
  advance(durationMs: number): Promise<void>
  /** How many sleep at this moment. */
  sleeperCount(): number
}

type Sleeper = { wakeAt: number; wake(): void }

/** The machine's own clock: what stories run on. */
export const realClock: Clock = {
  now: Date.now,
  sleep: (durationMs, signal) =>
    untilAborted(signal, (resolve) => {
      const timer = setTimeout(resolve, durationMs)
      return () => clearTimeout(timer)
    }),
}

/** A clock that stands still until it is told to move, so that tests of time need none. */
export function createFakeClock(startsAt = '2026-11-20T10:41:00Z'): FakeClock {
  let time = Date.parse(startsAt)
  const sleepers = new Set<Sleeper>()

  function nextSleeper(until: number): Sleeper | undefined {
    const due = [...sleepers].filter(({ wakeAt }) => wakeAt <= until)
    return due.sort((left, right) => left.wakeAt - right.wakeAt)[0]
  }

  return {
    now: () => time,
    sleeperCount: () => sleepers.size,
    sleep: (durationMs, signal) =>
      untilAborted(signal, (resolve) => {
        const sleeper = { wakeAt: time + durationMs, wake: resolve }
        sleepers.add(sleeper)
        return () => sleepers.delete(sleeper)
      }),
    async advance(durationMs) {
      const until = time + durationMs
      for (let sleeper = nextSleeper(until); sleeper; sleeper = nextSleeper(until)) {
        time = sleeper.wakeAt
        sleepers.delete(sleeper)
        sleeper.wake()
        // Whoever woke may go to sleep again within the time that passes.
        await new Promise((resolve) => setTimeout(resolve, 0))
      }
      time = until
    },
  }
}

/** @param start - Begins the wait, and returns what undoes it. */
function untilAborted(signal: AbortSignal | undefined, start: (resolve: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const undo = start(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
    const abort = () => {
      undo()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort, { once: true })
  })
}
