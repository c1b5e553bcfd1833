import { withRoom } from './columns/vector.ts'
import type { ArrangeJob, ArrangeReply, FindJob, Job, ReplyTo } from './engine/jobs.ts'
import type { MatchBits } from './find/matches.ts'

/** What is known of how a result looks arranged. */
export type Known = {
  /** The last order that was worked out. */
  base?: { job: ArrangeJob; reply: ArrangeReply } | undefined
  /** Rows that came after it and pass, in the order they came, `rowCount` of them; all up to `to` were looked at. */
  later?: { rows: Uint32Array; rowCount: number; to: number } | undefined
  found?: { job: FindJob; found: MatchBits } | undefined
}

/** What is known after a reply. */
export function learn(known: Known, job: Job, reply: ReplyTo<Job>): Known {
  switch (job.type) {
    case 'arrange':
      return { ...known, base: { job, reply: reply as ReplyTo<typeof job> }, later: undefined }
    case 'follow': {
      const { rows: more } = reply as ReplyTo<typeof job>
      const { rows: before, rowCount } = known.later ?? { rows: new Uint32Array(), rowCount: 0 }
      const rows = withRoom(before, rowCount + more.length)
      rows.set(more, rowCount)
      return { ...known, later: { rows, rowCount: rowCount + more.length, to: job.to } }
    }
    case 'find':
      return { ...known, found: { job, ...(reply as ReplyTo<typeof job>) } }
    case 'values':
      return known
  }
}
