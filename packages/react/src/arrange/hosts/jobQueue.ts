import type { Engine } from '../engine/createEngine.ts'
import type { Job, ReplyTo } from '../engine/jobs.ts'
import type { Steps } from '../engine/steps.ts'
import { afterTasks } from './afterTasks.ts'

/** Told how a job came out, if it was not cancelled before. */
export type Listener<job extends Job> = { reply(reply: ReplyTo<job>): void; fail(error: unknown): void }

/** Takes a job; the returned function cancels it. */
export type Ask = <job extends Job>(job: job, listener: Listener<job>) => () => void

type Waiting = { steps: Steps<unknown>; listener: Listener<Job>; cancelled: boolean }

/**
 * Runs one job after another, a slice at a time, so that whoever shares the thread gets a turn in between. What is done
 * within the first slice is done at once.
 *
 * @param sliceMs - Longest that the thread is kept.
 */
export function createJobQueue({ run }: Engine, sliceMs: number): { ask: Ask } {
  const waiting: Waiting[] = []
  let busy = false

  function work() {
    busy = true
    const deadline = performance.now() + sliceMs
    while (waiting.length > 0) {
      if (!advance(waiting, deadline)) return afterTasks(work)
    }
    busy = false
  }

  return {
    ask(job, listener) {
      const entry = { steps: run(job), listener: listener as Listener<Job>, cancelled: false }
      waiting.push(entry)
      if (!busy) work()
      return () => {
        entry.cancelled = true
      }
    },
  }
}

/** Brings the first job on; `false` when time is up. */
function advance(waiting: Waiting[], deadline: number): boolean {
  const { steps, listener, cancelled } = waiting[0]!
  if (cancelled) return Boolean(waiting.shift())
  try {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        waiting.shift()
        listener.reply(step.value as ReplyTo<Job>)
        return true
      }
      if (performance.now() >= deadline) return false
    }
  } catch (error) {
    waiting.shift()
    listener.fail(error)
    return true
  }
}
