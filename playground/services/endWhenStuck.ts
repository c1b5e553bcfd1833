import { writeSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

type Watch = { beats: Int32Array; patienceMs: number }

const checksPerPatience = 20

/**
 * Ends this process once its main thread has done nothing but one thing for too long. Engines that run in the thread that
 * serves, such as SQLite and PGlite, cannot be interrupted: one endless statement would keep the service from everybody.
 *
 * @param patienceMs - Far longer than any statement that anybody waits for.
 */
export function endWhenStuck(patienceMs = 30_000): void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  setInterval(() => Atomics.add(beats, 0, 1), patienceMs / checksPerPatience).unref()
  const watch: Watch = { beats, patienceMs }
  // Without the preloads of this thread: they look after the process, and there is only one.
  new Worker(new URL(import.meta.url), { workerData: watch, execArgv: [] }).unref()
}

/** Counts its own checks rather than the clock's seconds, which also pass while the machine sleeps. */
function watchBeats({ beats, patienceMs }: Watch): void {
  let [last, checksWithoutBeat] = [-1, 0]
  setInterval(() => {
    const now = Atomics.load(beats, 0)
    checksWithoutBeat = now === last ? checksWithoutBeat + 1 : 0
    last = now
    if (checksWithoutBeat < checksPerPatience) return
    // Straight to the file: what a worker writes to its streams passes through the thread that is stuck.
    writeSync(2, `One statement took longer than ${patienceMs / 1_000} s, and nothing can interrupt it.\n`)
    process.kill(process.pid, 'SIGKILL')
  }, patienceMs / checksPerPatience)
}

if (!isMainThread) watchBeats(workerData)
