import type { Cell } from '@lakefront/contract'
import { changesLines, isArriving, isWhole, orderKey, searchOf, type Wanted } from './arrangement.ts'
import type { ArrangerState } from './createArranger.ts'
import { matchAt } from './find/matches.ts'
import { aggregateCell } from './group/aggregateValues.ts'
import type { Known } from './known.ts'
import { followedLines, groupedLines, type Lines, plainLines } from './lines.ts'
import { isStillWanted, planJob } from './planJob.ts'
import type { ArrangedRows, ArrangedRowsStatus, Matches } from './types.ts'

export type ArrangedView = Pick<ArrangedRows, 'status' | 'lineCount' | 'lineAt' | 'rowCount' | 'totals' | 'matches'>

/** How a result looks, arranged as far as is known. What is known of another result is not mixed in. */
export function viewArrangement(
  wanted: Wanted,
  { getCell, known: lastKnown, open, failed }: ArrangerState,
): ArrangedView {
  const { rows, arrangement } = wanted
  const known = getCell === rows.getCell && isWhole(rows) ? lastKnown : {}
  const { base, later } = known
  const isArranged = base !== undefined && changesLines(base.job) && changesLines(arrangement)
  const lines = isArranged ? arrangedLines(wanted, known, open) : plainLines(rows.rowCount, (place) => place)
  return {
    status: statusOf(wanted, known, failed),
    lineCount: lines.lineCount,
    lineAt: lines.lineAt,
    rowCount: isArranged ? base.reply.order.length + (later?.rowCount ?? 0) : rows.rowCount,
    totals: totalsOf(wanted, known),
    matches: matchesOf(wanted, known, lines),
  }
}

function arrangedLines({ rows }: Wanted, { base, later }: Known, open: ArrangerState['open']): Lines {
  const { job, reply } = base!
  const { order, groups } = reply
  const lines = groups
    ? groupedLines({ rows, job, order, groups, open })
    : plainLines(order.length, (place) => order[place]!)
  return later
    ? followedLines(
        lines,
        order.length,
        plainLines(later.rowCount, (place) => later.rows[place]!),
      )
    : lines
}

function statusOf(wanted: Wanted, known: Known, failed: Wanted | undefined): ArrangedRowsStatus {
  if (!isWhole(wanted.rows)) return 'unavailable'
  const job = planJob(wanted, known)
  if (job && failed && isStillWanted({ job, wanted: failed }, wanted)) return 'failed'
  const isWorking = job?.type === 'arrange' || (job?.type === 'find' && !isFound(wanted, known))
  return isWorking ? 'working' : 'ready'
}

/** Totals are of all rows, or not known. */
function totalsOf({ rows, arrangement }: Wanted, { base }: Known): readonly Cell[] | null {
  if (arrangement.aggregates.length === 0) return []
  if (!base || isArriving(rows) || base.job.rowCount !== rows.rowCount) return null
  if (orderKey(base.job) !== orderKey(arrangement)) return null
  return base.reply.totals.map((values, index) =>
    aggregateCell(values, 0, (row) => rows.getCell(row, base.job.aggregates[index]!.columnIndex)),
  )
}

function matchesOf(wanted: Wanted, known: Known, lines: Lines): Matches | null {
  const search = searchOf(wanted)
  if (!search || !isFound(wanted, known)) return null
  const { found } = known.found!
  return {
    count: found.countsBefore.at(-1)!,
    at(match) {
      const { place, cell } = matchAt(found, match)
      return { line: lines.lineOf(place), columnIndex: search.columns[cell]! }
    },
  }
}

/** Whether matches are known for the lines that are shown; those in rows that came since may be missing. */
function isFound(wanted: Wanted, { base, found }: Known): boolean {
  if (!found) return false
  const { arrange, text, columns } = found.job
  if (JSON.stringify({ text, columns }) !== JSON.stringify(searchOf(wanted))) return false
  if (!changesLines(wanted.arrangement)) return !changesLines(arrange)
  return base !== undefined && JSON.stringify(arrange) === JSON.stringify(base.job)
}
