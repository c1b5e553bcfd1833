import type { ApprovalState, ErrorCode } from '@lakefront/contract'
import { hashShown } from '../requests/hashShown.ts'
import type { StoredRequest } from '../requests/judge.ts'
import { isWithin } from './isWithin.ts'
import type { Read } from './types.ts'

/** `changed`: what would run is not what was agreed to, so that it has to be asked for anew. */
export type UseJudgement =
  | { use: 'run' }
  | { use: 'changed'; because: string }
  | { use: 'refused'; code: ErrorCode; message: string }

/** Whether a read may run by a request. Pure; that it runs once is for whoever claims the request. */
export function judgeUse(request: StoredRequest, read: Read): UseJudgement {
  const { shown, requestedBy, state, kept } = request
  if (kept.executor !== 'requester' || shown.tool !== read.tool) {
    return refused('invalid-input', 'This request is about something else.')
  }
  if (requestedBy.userId !== read.caller.userId || requestedBy.agentId !== (read.caller.agentId ?? null)) {
    return refused('forbidden', 'Only who asked for it may use this approval.')
  }
  if (state === 'pending') return refused('approval-required', 'Nobody has agreed to this yet. Nothing was run.')
  if (state !== 'approved') return refused('approval-closed', closedMessages[state])
  if (hashShown(shown).hash !== request.shownHash) {
    return refused('forbidden', 'What was approved is not what is on record.')
  }
  if (!isSameRead(shown, read))
    return { use: 'changed', because: 'It is not what was approved: the statements differ.' }
  if (!isWithin(read, shown)) return { use: 'changed', because: 'It would cost more by now than what was approved.' }
  return { use: 'run' }
}

/** Whether both say what to read in the same words; how a question is planned may change with the day. */
export function isSameWish(shown: StoredRequest['shown'], read: Read): boolean {
  return shown.question === undefined ? isSameRead(shown, read) : shown.question === read.question
}

function isSameRead({ question, statements = [] }: StoredRequest['shown'], read: Read): boolean {
  const same = (one: Statement, other: Statement | undefined) => one.source === other?.source && one.sql === other.sql
  return (
    question === read.question &&
    statements.length === read.statements.length &&
    statements.every((statement, index) => same(statement, read.statements[index]))
  )
}

type Statement = { source: string; sql: string }

const refused = (code: ErrorCode, message: string): UseJudgement => ({ use: 'refused', code, message })

/** Why an approval can no longer be used, by what became of it. */
export const closedMessages: Record<Exclude<ApprovalState, 'pending'>, string> = {
  approved: 'This approval is being used right now.',
  done: 'This approval was used already. Each is for one run.',
  failed: 'This was approved, and could not be done. Ask for it again.',
  rejected: 'This was rejected. Nothing was run.',
  withdrawn: 'This was withdrawn by who asked for it. Nothing was run.',
  expired: 'Time has run out for this approval. Ask for it again.',
  replaced: 'This was edited. The edited request is the one to use.',
}
