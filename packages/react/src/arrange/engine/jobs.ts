import type { MatchBits } from '../find/matches.ts'
import type { AggregateValues } from '../group/aggregateValues.ts'
import type { Arrangement, ColumnFilter } from '../types.ts'

/** What is put in order: the rows that were there when it was asked for. */
export type ArrangeJob = Pick<Arrangement, 'sort' | 'filters' | 'groupBy' | 'aggregates'> & {
  type: 'arrange'
  rowCount: number
}

/** Rows that came later: they follow in the order they came, as far as they pass. */
export type FollowJob = { type: 'follow'; filters: readonly ColumnFilter[]; from: number; to: number }

/** Finds a text in what an arrangement and a following led to. */
export type FindJob = {
  type: 'find'
  arrange: ArrangeJob
  /** Rows up to here follow. */
  to: number
  text: string
  columns: readonly number[]
}

export type ValuesJob = { type: 'values'; columnIndex: number; rowCount: number; limit: number }

export type ArrangedGroups = {
  /** Where each group begins in the order, and at last its end. */
  starts: Uint32Array
  /** A row that has the group's value: the first of the whole result. */
  firstRows: Uint32Array
  aggregates: AggregateValues[]
}

export type ArrangeReply = {
  /** The rows that passed, in order; those of a group together. */
  order: Uint32Array
  groups: ArrangedGroups | null
  totals: readonly AggregateValues[]
}

export type FollowReply = { rows: Uint32Array }

export type FindReply = { found: MatchBits }

/** The first row that has each value, the most frequent first, and how many have it. */
export type ValuesReply = { firstRows: Uint32Array; counts: Uint32Array }

type Replies = { arrange: ArrangeReply; follow: FollowReply; find: FindReply; values: ValuesReply }

export type Job = ArrangeJob | FollowJob | FindJob | ValuesJob

export type ReplyTo<job extends Job> = Replies[job['type']]

/** What is read in the reader's way. */
export type JobSettings = { locale: string; timeZone?: string | undefined }
