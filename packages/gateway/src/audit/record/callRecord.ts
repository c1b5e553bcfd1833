import { AsyncLocalStorage } from 'node:async_hooks'
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

/** What a call does at its sources, wherever in the gateway that happens. */
export type CallRecord = {
  statements: WatchedStatement[]
  /** What the policy said of the effect that was asked for. */
  policy?: PolicyVerdict | undefined
  /** The request that it asks for, runs by, or is refused. */
  approval?: AuditedApproval | undefined
  /** Told when a statement has ended. */
  onStatementEnd(): void
}

/** The call that the present work is done for. */
export const currentCall = new AsyncLocalStorage<CallRecord>()
