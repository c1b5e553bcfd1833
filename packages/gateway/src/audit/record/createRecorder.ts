import { setTimeout } from 'node:timers/promises'
import type { Cost } from '@lakefront/contract'
import { toGatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { AuditKeys } from '../chain/auditKeys.ts'
import type { AuditLog } from '../chain/createAuditLog.ts'
import { readsOf } from '../redact/readsOf.ts'
import { redactSql } from '../redact/redactSql.ts'
import type { AuditStatement, CallEnded } from '../types.ts'
import { type CallRecord, currentCall, type WatchedStatement } from './callRecord.ts'
import { type Outcome, outcomeOf, verdictsOf } from './outcomeOf.ts'
import { auditCaller, hashArgument, startedCall } from './startedCall.ts'

export type RecordedCall = {
  callId: string
  tool: string
  input: unknown
  caller: Caller
  /** Whether the output is an answer; if not, it is a file that streams, of which only the making is recorded. */
  isAnswer?: boolean | undefined
  /** Whether it goes on the record. Default true. */
  isNews?: boolean | undefined
  /** What it has cost by its end, where its output does not say. */
  spent?: (() => Cost | null) | undefined
}

/** Puts calls on the record. */
export type Recorder = {
  /**
   * Runs a call between two entries: one before it does anything, one before its answer leaves. When either cannot be
   * written, the caller gets neither the work nor the answer.
   *
   * @throws {GatewayError} `store-unavailable`, or what the call threw.
   */
  record<Output>(call: RecordedCall, run: () => Promise<Output>): Promise<Output>
  /** Waits until what has ended is written. */
  close(): Promise<void>
}

/** For a gateway without an audit trail. */
export const noRecorder: Recorder = { record: (_call, run) => run(), close: async () => undefined }

export type CreateRecorderOptions = {
  log: AuditLog
  keys: AuditKeys
  hasBudgets: boolean
  /** Told when the end of rows that were already handed out could not be written. */
  onFault(error: unknown): void
}

/** A closing gateway waits no longer than this for statements that do not end. */
const patienceMs = 5_000

export function createRecorder({ log, keys, hasBudgets, onFault }: CreateRecorderOptions): Recorder {
  const { hashValue } = keys
  const pending = new Set<Promise<void>>()

  /** Writes when rows that were handed out before have ended; nobody waits for that. */
  async function follow(ended: Promise<void>, write: () => Promise<void>) {
    const written = ended.then(write).catch(onFault)
    pending.add(written)
    await written
    pending.delete(written)
  }

  return {
    async record({ callId, tool, input, caller, isAnswer = true, isNews = true, spent }, run) {
      if (!isNews) return run()
      const call = { callId, tool, caller: auditCaller(caller) }
      await log.append(caller.tenantId, startedCall({ ...call, input, caller }, hashValue))

      const record = createCallRecord()
      const [outcome, shownHash, answer] = await currentCall.run(record, () => settle(run, isAnswer, hashValue))
      const statements = record.statements.map((statement) => toAuditStatement(statement, hashValue))
      const { policy, approval = outcome.approval } = record
      const verdicts = {
        ...verdictsOf(outcome, { ranStatements: statements.length > 0, hasBudgets }),
        ...(policy && { policy }),
      }
      const { warningCodes: _told, approval: _asked, resultHandle: handle, ...told } = outcome
      const shownCost = outcome.cost ?? spent?.() ?? null
      // The last rows may have come while the answer was put together.
      const cost = shownCost && { ...shownCost, actual: shownCost.actual ?? record.rows?.actual ?? null }
      const result = handle !== undefined && { resultHash: hashArgument(handle, hashValue) }
      const met = { ...(approval && { approval }), ...result }
      const ended: CallEnded = { kind: 'call-ended', ...call, ...told, cost, ...met, statements, verdicts, shownHash }
      const running = record.statements.filter(({ status }) => status === 'running')
      const isCostOpen = cost?.actual === null && record.rows?.isOver === false
      await log.append(caller.tenantId, ended)

      if (running.length > 0 || isCostOpen) {
        void follow(record.untilEnded(running), () => {
          const over = running.map((statement) => toAuditStatement(statement, hashValue))
          const actual = cost?.actual ?? record.rows?.actual ?? null
          return log.append(caller.tenantId, { kind: 'rows-ended', ...call, statements: over, actual })
        })
      }
      return answer()
    },
    async close() {
      await Promise.race([Promise.all(pending), setTimeout(patienceMs, undefined, { ref: false })])
    },
  }
}

/** Runs the work to an outcome that can be written down, and gives it back after that. */
async function settle<Output>(
  run: () => Promise<Output>,
  isAnswer: boolean,
  hashValue: (text: string) => string,
): Promise<[Outcome, string | null, () => Output]> {
  try {
    const output = await run()
    if (!isAnswer) return [outcomeOf({}), null, () => output]
    return [outcomeOf(output), hashValue(JSON.stringify(output)), () => output]
  } catch (error) {
    const { code } = toGatewayError(error)
    const rethrow = () => {
      throw error
    }
    return [outcomeOf({ status: 'failed', error: { code } }), null, rethrow]
  }
}

function toAuditStatement(statement: WatchedStatement, hashValue: (text: string) => string): AuditStatement {
  const { dialect } = statement
  const sql = redactSql(statement.sql, dialect, hashValue)
  return { ...statement, sql, ...readsOf(statement.sql, dialect) }
}

type FollowedCall = CallRecord & {
  /** Waits until these statements, and the rows if there are any, have ended. */
  untilEnded(statements: readonly WatchedStatement[]): Promise<void>
}

function createCallRecord(): FollowedCall {
  let ended = Promise.withResolvers<void>()
  const record: FollowedCall = {
    statements: [],
    onEnd() {
      ended.resolve()
      ended = Promise.withResolvers()
    },
    async untilEnded(watched) {
      while (watched.some(({ status }) => status === 'running') || record.rows?.isOver === false) await ended.promise
    },
  }
  return record
}
