import { createColumnStore } from '../columns/columnStore.ts'
import type { RowSource } from '../columns/rowSource.ts'
import { findMatches } from '../find/findMatches.ts'
import { arrangeRows } from './arrangeRows.ts'
import { commonValues } from './commonValues.ts'
import { createEngineTools, type EngineTools } from './engineTools.ts'
import { followRows } from './followRows.ts'
import type { Job, JobSettings, ReplyTo } from './jobs.ts'
import type { Steps } from './steps.ts'

export type Engine = ReturnType<typeof createEngine>

/** Sorts, filters, groups and searches the rows of one result. It keeps what it has read, and knows of no thread. */
export function createEngine(source: RowSource, settings: JobSettings) {
  const tools = createEngineTools(createColumnStore(source), settings)
  return {
    run: <job extends Job>(job: job) => start(tools, job) as Steps<ReplyTo<job>>,
  }
}

function start(tools: EngineTools, job: Job): Steps<ReplyTo<Job>> {
  switch (job.type) {
    case 'arrange':
      return arrangeRows(tools, job)
    case 'follow':
      return followRows(tools, job)
    case 'find':
      return findMatches(tools, job)
    case 'values':
      return commonValues(tools, job)
  }
}
