import { AsyncLocalStorage } from 'node:async_hooks'
import type { CostAmount } from '@lakefront/contract'
import type { Dialect } from '../../sources/port.ts'
import type { AuditedApproval, PolicyVerdict } from '../types.ts'

/** A statement while it is watched; values are still in it, so it never leaves memory like this. */
export type WatchedStatement = {
  source: string
  dialect: Dialect
  sql: string
  startedAt: string
  status: 'running' | 'done' | 'left' | 'failed'
  rowsOut: number
  bytesScanned: number | null
}

/** The rows of an answer, which may go on after it. */
export type WatchedRows = {
  isOver: boolean
  /** What the answer has cost, once they are over; `null` where that is not known. */
  actual: CostAmount | null
}

/** What a call does at its sources, wherever in the gateway that happens. */
export type CallRecord = {
  statements: WatchedStatement[]
  rows?: WatchedRows | undefined
  /** What the policy said of the effect that was asked for. */
  policy?: PolicyVerdict | undefined
  /** The request that it asks for, runs by, or is refused. */
  approval?: AuditedApproval | undefined
  /** Told when a statement or the rows have ended. */
  onEnd(): void
}

/** The call that the present work is done for. */
export const currentCall = new AsyncLocalStorage<CallRecord>()
