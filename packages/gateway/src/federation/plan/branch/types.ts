import type { Intent } from '../../../ask/intent.ts'
import type { Decomposition } from '../../../semantic/compile/decompose.ts'
import type { Entity, SemanticModel } from '../../../semantic/port.ts'
import type { Dialect } from '../../../sources/port.ts'
import type { Branch, OutputDimension, Statement } from '../types.ts'

/** An entity whose records are read in a step of their own and meet this branch's rows in the gateway. */
export type RemoteEntity = {
  entity: Entity
  /** Column of the branch's rows that holds the key. */
  keyColumn: string
  /** Rows meet records in the gateway; otherwise the keys that were pushed are all that is needed. */
  isJoined: boolean
  /** Only rows of records that meet conditions count. */
  isFiltered: boolean
}

/** One branch as a statement, and what must happen to its rows afterwards. */
export type BranchPlan = {
  branch: Branch
  statement: Statement
  remotes: readonly RemoteEntity[]
  /** The entity whose keys go into the statement. */
  reducedBy?: string | undefined
  /** The entity whose groups are pushed into the statement with the keys, as figures of parts would say nothing. */
  groupedBy?: string | undefined
  /** Rows come per key and are grouped again in the gateway; each figure as its parts. */
  decompositions?: ReadonlyMap<string, Decomposition> | undefined
}

export type BranchInput = {
  branch: Branch
  intent: Intent
  outputs: readonly OutputDimension[]
  model: SemanticModel
  dialect: Dialect
}
