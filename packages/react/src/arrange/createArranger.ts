import { onNextFrame } from '../results/onNextFrame.ts'
import type { ResultRows } from '../results/types.ts'
import { changesLines, isWhole, type Wanted } from './arrangement.ts'
import { createHostHolder } from './createHostHolder.ts'
import type { Job, ValuesJob, ValuesReply } from './engine/jobs.ts'
import { type Known, learn } from './known.ts'
import type { OpenGroups } from './lines.ts'
import { isStillWanted, planJob, type Running } from './planJob.ts'
import type { ColumnValue } from './types.ts'

export type ArrangerState = {
  /** Whose rows this is known of. */
  getCell?: ResultRows['getCell'] | undefined
  known: Known
  open: OpenGroups
  /** What failed; it is not tried again until something else is wanted. */
  failed: Wanted | undefined
}

const noneOpen: OpenGroups = { all: false, except: new Set() }
const nothing: ArrangerState = { known: {}, open: noneOpen, failed: undefined }

/** Most values of a column that are offered to choose from. */
const maxColumnValues = 1_000

/** Works out, step by step, how a result looks as one reader wants it; outside React. */
export function createArranger() {
  const listeners = new Set<() => void>()
  let state = nothing
  let wanted: Wanted | undefined
  let running: (Running & { cancel(): void }) | undefined
  const holder = createHostHolder()

  function publish() {
    for (const listener of listeners) listener()
  }

  // After the frame in which more rows are shown, so that they are rendered once.
  const publishLater = onNextFrame(() => setTimeout(publish))

  function setKnown(known: Known) {
    state = { ...state, known }
  }

  function setOpen(open: OpenGroups) {
    state = { ...state, open }
    publish()
  }

  function cancel() {
    running?.cancel()
    running = undefined
  }

  function letGo() {
    cancel()
    holder.letGo()
  }

  function fail(cause: Wanted) {
    state = { ...state, failed: cause }
    publish()
  }

  /** Goes on until nothing is left to do or the answer takes a while. */
  function goOn() {
    while (wanted && listeners.size > 0) {
      if (running && isStillWanted(running, wanted)) return
      cancel()
      // Whoever works for it holds a copy of the rows.
      if (!isWhole(wanted.rows)) return letGo()
      const job = planJob(wanted, state.known)
      if (!job || (state.failed && isStillWanted({ job, wanted: state.failed }, wanted))) return
      if (!holder.isLoaded()) return load(wanted)
      start(job, wanted)
    }
  }

  function load(asked: Wanted) {
    holder.load().then(goOn, () => fail(asked))
  }

  function askValues(asked: Wanted, columnIndex: number): Promise<ValuesReply> {
    const job: ValuesJob = { type: 'values', columnIndex, rowCount: asked.rows.rowCount, limit: maxColumnValues }
    return new Promise((resolve, fail) => {
      holder.hostOf(asked).ask(job, asked.rows, { reply: (reply) => resolve(reply as ValuesReply), fail })
    })
  }

  function start(job: Job, asked: Wanted) {
    const { ask } = holder.hostOf(asked)
    state = { ...state, failed: undefined }
    const run: Running & { cancel(): void } = { job, wanted: asked, cancel: () => {} }
    running = run
    run.cancel = ask(job, asked.rows, {
      reply(reply) {
        if (running !== run) return
        running = undefined
        setKnown(learn(state.known, job, reply))
        if (job.type === 'follow') publishLater()
        else publish()
        goOn()
      },
      fail() {
        if (running !== run) return
        running = undefined
        fail(asked)
      },
    })
  }

  return {
    getSnapshot: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) letGo()
      }
    },
    /** Says what is wanted now. */
    want(next: Wanted) {
      const isOther = state.getCell !== next.rows.getCell || settingsKey(wanted) !== settingsKey(next)
      if (isOther) state = { ...nothing, getCell: next.rows.getCell }
      wanted = next
      if (!changesLines(next.arrangement) && changesLines(state.known.base?.job ?? next.arrangement)) setKnown({})
      goOn()
    },
    /** The values of a column, among the rows that are here. */
    async columnValues(columnIndex: number): Promise<readonly ColumnValue[]> {
      await holder.load()
      if (!wanted || listeners.size === 0) throw new Error('This result is no longer read.')
      if (!isWhole(wanted.rows)) throw new Error('The page does not hold every row of this result.')
      const { getCell } = wanted.rows
      const { firstRows, counts } = await askValues(wanted, columnIndex)
      return Array.from(firstRows, (row, index) => ({ value: getCell(row, columnIndex), count: counts[index]! }))
    },
    toggleGroup(groupIndex: number) {
      const firstRow = state.known.base?.reply.groups?.firstRows[groupIndex]
      if (firstRow === undefined) return
      const except = new Set(state.open.except)
      if (!except.delete(firstRow)) except.add(firstRow)
      setOpen({ ...state.open, except })
    },
    setAllGroups: (open: boolean) => setOpen({ all: open, except: new Set() }),
  }
}

function settingsKey(wanted: Wanted | undefined): string {
  return JSON.stringify(wanted?.settings)
}
