import type { Column } from '@lakefront/contract'
import type { Dialect } from '../../../sources/port.ts'
import type { PlanStep } from '../../port.ts'
import type { Statement } from '../types.ts'

/** A step before its statement is written. */
export type DraftStep = {
  id: string
  source: string
  dialect: Dialect
  purpose: string
  statement: Statement
  columns: readonly Column[]
  semiJoin?: PlanStep['semiJoin']
  optional: boolean
}

/** Gives each step a name that is its source's, with a number from the second on. */
export function createStepNames(): (source: string) => string {
  const taken = new Set<string>()
  return (source) => {
    let id = source
    for (let number = 2; taken.has(id); number += 1) id = `${source}_${number}`
    taken.add(id)
    return id
  }
}
