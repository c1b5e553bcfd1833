import { arrangeJobOf, changesLines, isArriving, isWhole, orderKey, searchOf, type Wanted } from './arrangement.ts'
import type { FindJob, Job } from './engine/jobs.ts'
import type { Known } from './known.ts'

/** A job on its way, and what it was asked for. */
export type Running = { job: Job; wanted: Wanted }

/** The next thing to be worked out, if there is one. Rows that arrive change no order before the last of them is here. */
export function planJob(wanted: Wanted, known: Known): Job | undefined {
  if (!isWhole(wanted.rows)) return undefined
  return planOrder(wanted, known) ?? planLater(wanted, known) ?? planSearch(wanted, known)
}

function planOrder(wanted: Wanted, { base }: Known): Job | undefined {
  const arriving = isArriving(wanted.rows)
  const { arrangement } = wanted
  // Totals of half a result would be wrong.
  const isNeeded = changesLines(arrangement) || (arrangement.aggregates.length > 0 && !arriving)
  if (!isNeeded) return undefined
  const job = arrangeJobOf(wanted)
  const isKnown = base && orderKey(base.job) === orderKey(job) && (arriving || base.job.rowCount === job.rowCount)
  return isKnown ? undefined : job
}

function planLater({ rows, arrangement }: Wanted, { base, later }: Known): Job | undefined {
  if (!base || !changesLines(arrangement)) return undefined
  const from = later?.to ?? base.job.rowCount
  return from < rows.rowCount ? { type: 'follow', filters: arrangement.filters, from, to: rows.rowCount } : undefined
}

function planSearch(wanted: Wanted, { base, later, found }: Known): Job | undefined {
  const search = searchOf(wanted)
  if (!search) return undefined
  const arrange = base && changesLines(wanted.arrangement) ? base.job : { ...arrangeJobOf(wanted), aggregates: [] }
  const job: FindJob = { type: 'find', arrange, to: later?.to ?? arrange.rowCount, ...search }
  return found && JSON.stringify(found.job) === JSON.stringify(job) ? undefined : job
}

/** Whether what runs still leads to what is wanted; that more rows have come is no reason to begin again. */
export function isStillWanted({ job, wanted: then }: Running, wanted: Wanted): boolean {
  if (then.rows.getCell !== wanted.rows.getCell || !isWhole(wanted.rows)) return false
  if (isArriving(then.rows) !== isArriving(wanted.rows)) return false
  if (orderKey(then.arrangement) !== orderKey(wanted.arrangement)) return false
  return job.type !== 'find' || JSON.stringify(searchOf(then)) === JSON.stringify(searchOf(wanted))
}
