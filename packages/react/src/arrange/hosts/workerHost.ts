import type { Column } from '@lakefront/contract'
import type { ResultRows } from '../../results/types.ts'
import type { Job, JobSettings } from '../engine/jobs.ts'
import { afterTasks } from './afterTasks.ts'
import type { Listener } from './jobQueue.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** Bytes that are copied to the worker in one go: a few milliseconds. */
const bytesPerSlice = 4_000_000

type Asked = { id: number; job: Job; listener: Listener<Job>; sent: boolean }

/**
 * The engine in a worker. Rows are handed over as the bytes they came in, each batch once.
 *
 * @param onUnavailable - Called when no worker can be started here, with the jobs that it was asked.
 */
export function createWorkerHost(
  columns: readonly Column[],
  settings: JobSettings,
  onUnavailable: (jobs: readonly { job: Job; listener: Listener<Job> }[]) => void,
) {
  // Written out in full, since that is what bundlers look for.
  const worker = new Worker(new URL('./arrangeWorker.ts', import.meta.url), { type: 'module' })
  const asked = new Map<number, Asked>()
  let lastId = 0
  let ready = false
  let rows: Pick<ResultRows, 'batchCount' | 'batchAt'> | undefined
  let sentCount = 0
  let sending = false

  const tell = (message: ToWorker) => worker.postMessage(message)
  tell({ type: 'open', columns, settings })

  /** Hands over what arrived since, then the jobs that were waiting for it. */
  function send() {
    sending = true
    for (let bytes = 0; rows && sentCount < rows.batchCount; sentCount++) {
      if (bytes >= bytesPerSlice) return afterTasks(send)
      const messages = rows.batchAt(sentCount)?.messages
      if (!messages) return failAll(`Batch ${sentCount} is no longer held.`)
      bytes += sendBatch(messages, rows.batchAt(sentCount - 1)?.messages)
    }
    sending = false
    for (const entry of asked.values()) {
      if (!entry.sent) tell({ type: 'ask', id: entry.id, job: entry.job })
      entry.sent = true
    }
  }

  function sendBatch(messages: readonly Uint8Array[], before: readonly Uint8Array[] | undefined): number {
    const header = messages.slice(0, -1)
    const isSame = before?.length === messages.length && header.every((message, index) => message === before[index])
    const batch = messages.at(-1)!
    tell({ type: 'batch', batch, ...(isSame ? {} : { header }) })
    return batch.byteLength
  }

  function failAll(why: string) {
    sending = false
    const jobs = [...asked.values()]
    asked.clear()
    for (const { listener } of jobs) listener.fail(new Error(why))
  }

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'ready') {
      ready = true
      return
    }
    const listener = asked.get(data.id)?.listener
    asked.delete(data.id)
    if (data.type === 'reply') listener?.reply(data.reply)
    else listener?.fail(new Error(data.message))
  }

  worker.onerror = (event) => {
    event.preventDefault()
    worker.terminate()
    if (ready) return failAll(event.message || 'The worker ended.')
    const jobs = [...asked.values()]
    asked.clear()
    onUnavailable(jobs)
  }

  return {
    ask(job: Job, current: ResultRows, listener: Listener<Job>) {
      rows = current
      const id = ++lastId
      asked.set(id, { id, job, listener, sent: false })
      if (!sending) send()
      return () => {
        if (asked.delete(id)) tell({ type: 'cancel', id })
      }
    },
    close() {
      worker.terminate()
      failAll('This result is no longer read.')
    },
  }
}
