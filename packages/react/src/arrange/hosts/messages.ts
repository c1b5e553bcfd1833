import type { Column } from '@lakefront/contract'
import type { Job, JobSettings, ReplyTo } from '../engine/jobs.ts'

/** What the page tells the worker. */
export type ToWorker =
  | { type: 'open'; columns: readonly Column[]; settings: JobSettings }
  /** Rows that follow those before. Without a header, they have that of the batch before. */
  | { type: 'batch'; header?: readonly Uint8Array[]; batch: Uint8Array }
  | { type: 'ask'; id: number; job: Job }
  | { type: 'cancel'; id: number }

/** What the worker tells the page. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'reply'; id: number; reply: ReplyTo<Job> }
  | { type: 'failure'; id: number; message: string }
