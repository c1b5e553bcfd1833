import type { Cost } from '@lakefront/contract'
import type { Caller } from '../../results/port.ts'

/** A statement as people see it: keys that an earlier one finds are a comment. */
export type ReadStatement = { source: string; sourceTitle: string; dialect: string; sql: string }

/** What somebody asks to read, planned and estimated, before anything has run. */
export type Read = {
  tool: 'ask' | 'run_query'
  caller: Caller
  /** In their words; none when they gave a statement. */
  question?: string | undefined
  /** In the order in which they run. */
  statements: readonly ReadStatement[]
  /** `source.table` of everything that it reads. */
  tables: readonly string[]
  /** Kinds of personal data that it reads, as far as the configuration names them. */
  piiClasses: readonly string[]
  /** The sources that bill for it, the first of which it is listed under. Policies look at those of all statements. */
  billedBy: readonly { source: string; title: string }[]
  estimate: Cost['estimate']
  pricesAsOf: string | null
  /** Rows that leave the sources, when all of them can tell. */
  rows: number | null
}
