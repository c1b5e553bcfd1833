import { randomUUID } from 'node:crypto'
import type { ShownEffect } from '@lakefront/contract'
import type { Hold } from '../../budget/createBudget.ts'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Verdict } from '../policy/types.ts'
import type { Requests } from '../requests/createRequests.ts'
import type { StoredRequest } from '../requests/judge.ts'
import { showRequest } from '../requests/showRequest.ts'
import { isWithin } from './isWithin.ts'
import { isSameWish, judgeUse } from './judgeUse.ts'
import { approvalClosed, consentNeeded } from './refusals.ts'
import { shapeOf } from './shapeOf.ts'
import { showRead } from './showRead.ts'
import { subjectOf } from './subjectOf.ts'
import type { Read } from './types.ts'

/** A read that may run now. Exactly one of its ends must be told. */
export type Admission = {
  hold: Hold
  /** Whether a request lets it run, which is over with the first rows and not before. */
  isByRequest: boolean
  /** The first rows are there, and are handed over after this. @throws {GatewayError} when they may not be any more. */
  delivered(): Promise<void>
  /** It failed before anybody was given a row. */
  failed(): Promise<void>
}

export type AdmitOptions = {
  /** Names the run. */
  runId: string
  /** The approval that it is to run by. */
  approvalId?: string | undefined
  /** Sets the money aside. */
  hold(options: { id: string; isConfirmed: boolean }): Promise<Hold>
}

/** Stands before everything that costs: lets it run, or asks somebody first. */
export type Reads = {
  /** @throws {GatewayError} when it may not run now; with `approval-required` it says who has to agree. */
  admit(read: Read, options: AdmitOptions): Promise<Admission>
  /** The statement that an approval lets run instead of the one that was asked for: an edited one. */
  statementFor(wish: Wish, approvalId: string | undefined): Promise<string>
  /** The question that an approval lets run instead of the one that was asked, if it was edited. */
  editedQuestion(asked: Asked, approvalId: string | undefined): Promise<string | undefined>
}

/** One question, as somebody asks it. */
export type Asked = { caller: Caller; question: string }

/** One statement at one source, as somebody gives it. */
export type Wish = { caller: Caller; source: string; sql: string }

/** For a gateway that keeps nothing: the budget alone decides, and nobody can be asked. */
export const readsWithoutApproval: Reads = {
  async admit(_read, { runId, approvalId, hold }) {
    if (approvalId !== undefined) throw unknownRequest()
    return { hold: await hold({ id: runId, isConfirmed: false }), ...nobodyToTell }
  },
  statementFor: async ({ sql }) => sql,
  editedQuestion: async () => undefined,
}

const nobodyToTell = { isByRequest: false, delivered: async () => undefined, failed: async () => undefined }
const unknownRequest = () => new GatewayError({ code: 'unknown-request', message: 'There is no such request.' })

export type ReadsOptions = {
  requests: Requests
  /** What the policy says of an effect that somebody wants. */
  weigh(shown: ShownEffect, caller: Caller): Promise<Verdict>
  /** Told of every request that a call meets, for the record. */
  note(request: StoredRequest): void
  onFault(error: unknown): void
}

export function createReads({ requests, weigh, note, onFault }: ReadsOptions): Reads {
  /** Takes the request, so that nobody else runs by it, and holds what it may cost. */
  async function begin(request: StoredRequest, read: Read, { runId, hold }: AdmitOptions): Promise<Admission> {
    const { requestId, decisions } = request
    const { caller } = read
    const ids = [caller.tenantId, requestId] as const
    if (!(await requests.claim(...ids))) throw approvalClosed(showRequest(await requests.read(...ids), caller))
    const letGo = requests.keep(...ids)
    const failed = async () => {
      letGo()
      // One that a policy let run by itself is asked for anew; what people agreed to may be tried again.
      const message = 'It failed before its first row.'
      const end = () =>
        decisions.length === 0
          ? requests.finish(...ids, { state: 'failed', recordId: null, message })
          : requests.release(...ids)
      await end().catch(onFault)
    }
    try {
      const held = await hold({ id: `${requestId}/${runId}`, isConfirmed: true })
      const delivered = async () => {
        const ended = await requests.finish(...ids, { state: 'done', recordId: null, message: null })
        letGo()
        note(ended)
        if (ended.state !== 'done') throw approvalClosed(showRequest(ended, caller))
      }
      return { hold: held, isByRequest: true, delivered, failed }
    } catch (error) {
      await failed()
      throw error
    }
  }

  /** Lets it run where the policy does; asks otherwise, and throws. */
  async function askFor(read: Read, options: AdmitOptions, refusal: Refusal): Promise<Admission> {
    const { caller } = read
    const shown = showRead(read)
    const verdict = await weigh(shown, caller)
    if (verdict.verdict === 'deny') throw new GatewayError({ code: 'forbidden', message: verdict.because.join(' ') })
    const wish = { requestId: randomUUID(), caller, agentId: caller.agentId, shown, executor: 'requester' } as const
    const asked = { ...wish, subjectHash: refusal.subjectHash ?? subjectOf(read), shape: shapeOf(read.statements) }
    if (verdict.verdict === 'allow' && refusal.changed === undefined) {
      const request = await requests.open({ ...asked, verdict })
      if (request.state === 'approved') return begin(request, read, options)
      // What ran at the same time has used the day up.
      note(request)
      throw consentNeeded(showRequest(request, caller), refusal)
    }
    const because = [refusal.changed ?? reasonOf(refusal), ...verdict.because]
    const open = { ...asked, verdict: { ...verdict, verdict: 'ask', because } } as const
    const request = await requests.openOnce(open, (known) => isWithin(read, known.shown))
    note(request)
    const runsByItself = request.state === 'approved' && request.decisions.length === 0
    if (runsByItself && refusal.changed === undefined) return begin(request, read, options)
    throw consentNeeded(showRequest(request, caller), { budget: refusal.budget, because: refusal.changed })
  }

  async function admitApproved(read: Read, approvalId: string, options: AdmitOptions): Promise<Admission> {
    const request = await requests.read(read.caller.tenantId, approvalId)
    note(request)
    const judgement = judgeUse(request, read)
    if (judgement.use === 'run') return begin(request, read, options)
    if (judgement.use === 'changed') {
      // What was edited stays the wish that it was edited from, also where it is asked for anew.
      const subjectHash = isSameWish(request.shown, read) ? (request.kept.subjectHash ?? undefined) : undefined
      return askFor(read, options, { changed: judgement.because, subjectHash })
    }
    const { code, message } = judgement
    const isOwn = code !== 'forbidden' && code !== 'invalid-input'
    throw new GatewayError({ code, message, ...(isOwn && { approval: showRequest(request, read.caller) }) })
  }

  return {
    async admit(read, options) {
      if (options.approvalId !== undefined) return admitApproved(read, options.approvalId, options)
      try {
        return { hold: await options.hold({ id: options.runId, isConfirmed: false }), ...nobodyToTell }
      } catch (error) {
        if (!(error instanceof GatewayError) || error.code !== 'approval-required') throw error
        return askFor(read, options, error)
      }
    },
    async statementFor({ caller, source, sql }, approvalId) {
      const request = approvalId === undefined ? undefined : await requests.find(caller.tenantId, approvalId)
      const asked = { tool: 'run_query', caller, statements: [{ source, sourceTitle: '', dialect: '', sql }] } as const
      const isOfWish = request?.kept.subjectHash === subjectOf(asked)
      return (isOfWish ? request?.shown.statements?.[0]?.sql : undefined) ?? sql
    },
    async editedQuestion({ caller, question }, approvalId) {
      const request = approvalId === undefined ? undefined : await requests.find(caller.tenantId, approvalId)
      const edited = request?.shown.question
      if (!request || edited === question) return undefined
      const before = await requests.listReplaced(caller, request.kept.subjectHash)
      return before.some(({ shown }) => shown.question === question) ? edited : undefined
    },
  }
}

/** Why it does not run by itself: a cap, a cost that nobody can tell, or that it is not what was approved. */
type Refusal = { budget?: GatewayError['budget']; changed?: string; subjectHash?: string | undefined }

const spans = { query: 'for one query', day: 'in a day', month: 'in a month' }

function reasonOf({ budget }: Refusal): string {
  if (!budget) return 'Nobody can tell what it costs.'
  return `It would go over what may be spent ${spans[budget.period]} without asking.`
}
