import type { ResultRows } from '../../results/types.ts'
import { cellSource } from '../columns/rowSource.ts'
import { createEngine } from '../engine/createEngine.ts'
import type { Job, JobSettings } from '../engine/jobs.ts'
import { type Ask, createJobQueue, type Listener } from './jobQueue.ts'
import { createWorkerHost } from './workerHost.ts'

/** Most rows that are put in order on the page, where it is done before the next frame. */
const maxRowsOnPage = 5_000
/** Longest that the page is kept from doing anything else. */
const sliceMs = 8

/** Whether this page may start workers; found out once. */
let workersWork = typeof Worker === 'function'

export type Host = ReturnType<typeof createHost>

/** Runs jobs on the rows of one result: few rows at once on the page, many in a worker, or in slices where none may be. */
export function createHost({ columns, getCell }: Pick<ResultRows, 'columns' | 'getCell'>, settings: JobSettings) {
  let page: { ask: Ask } | undefined
  let worker: ReturnType<typeof createWorkerHost> | undefined

  function onPage(): { ask: Ask } {
    page ??= createJobQueue(createEngine(cellSource(columns, getCell), settings), sliceMs)
    return page
  }

  function moveToPage(jobs: readonly { job: Job; listener: Listener<Job> }[]) {
    workersWork = false
    worker = undefined
    for (const { job, listener } of jobs) onPage().ask(job, listener)
  }

  function inWorker(): typeof worker {
    if (!workersWork) return undefined
    try {
      worker ??= createWorkerHost(columns, settings, moveToPage)
    } catch {
      // A policy of the page may forbid it.
      workersWork = false
    }
    return worker
  }

  return {
    /** @param rows - Those of the job at least. */
    ask(job: Job, rows: ResultRows, listener: Listener<Job>): () => void {
      const asWorker = rows.rowCount > maxRowsOnPage && rows.batchCount > 0 ? inWorker() : undefined
      return asWorker ? asWorker.ask(job, rows, listener) : onPage().ask(job, listener)
    },
    close: () => worker?.close(),
  }
}
