import { passingRows } from './arrangeRows.ts'
import type { EngineTools } from './engineTools.ts'
import type { FollowJob, FollowReply } from './jobs.ts'
import type { Steps } from './steps.ts'

/** Those that pass among rows that came later. */
export function* followRows(tools: EngineTools, job: FollowJob): Steps<FollowReply> {
  return { rows: yield* passingRows(tools, job, job.from, job.to) }
}
