import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Store, Transaction } from '../../store/port.ts'
import { giveGrant } from '../grants/holding.ts'
import { type SettledVerdict, settle, settledAs } from '../grants/settle.ts'
import { type UsedTodayReader, weighedAgain } from '../policy/usedToday.ts'
import { type Claims, createClaims } from './createClaims.ts'
import { insertRequest, type OpenRequest } from './insertRequest.ts'
import { isUuid } from './isUuid.ts'
import { type Decision, type StoredRequest, stateAfter } from './judge.ts'
import { filterValues, type ListOptions, type RequestPage, toPage } from './listPage.ts'
import { plainText } from './plainText.ts'
import { type RequestRow, toRequest } from './requestRow.ts'
import * as sql from './sql.ts'

export type Outcome = { state: 'done' | 'failed'; recordId: string | null; message: string | null }

/** Requests in the store. Every change is one transaction under the request's lock. */
export type Requests = Claims & {
  /** Writes a request down: pending, or approved by a policy or a standing permission that lets it happen by itself. */
  open(request: OpenRequest): Promise<StoredRequest>
  /**
   * The request that is open already for the same subject, or a new one.
   *
   * @param isEnough - Whether an open one still says what would happen now.
   */
  openOnce(
    request: OpenRequest & { subjectHash: string },
    isEnough: (open: StoredRequest) => boolean,
  ): Promise<StoredRequest>
  find(tenantId: string, requestId: string): Promise<StoredRequest | undefined>
  /** What the caller has asked for under one digest before it was edited. */
  listReplaced(caller: Caller, subjectHash: string | null): Promise<readonly StoredRequest[]>
  /** @throws {GatewayError} `unknown-request`. */
  read(tenantId: string, requestId: string): Promise<StoredRequest>
  /**
   * What a person asked for or may decide, the newest first.
   *
   * @throws {GatewayError} `invalid-input` when `before` is not from an earlier list.
   */
  list(caller: Caller, options: ListOptions): Promise<RequestPage>
  /** @throws {GatewayError} when the decision does not count; then nothing changed. */
  decide(requestId: string, decision: Omit<Decision, 'at'>): Promise<StoredRequest>
  /** Replaces a pending request by an edited one, which has to be decided anew. The editor asks for it, or another. */
  replace(requestId: string, by: OpenRequest & { shownHash: string; editor?: Caller }): Promise<StoredRequest>
  finish(tenantId: string, requestId: string, outcome: Outcome): Promise<StoredRequest>
}

export type RequestsOptions = {
  store: Store
  /** Milliseconds in which a request has to be decided; then it is refused. */
  expiresAfterMs: number
  /** Milliseconds after which another gateway takes an approved request up. Default one minute. */
  leaseMs?: number | undefined
  /** What has run by itself today, where a policy limits it. Default: nothing has. */
  usedToday?: UsedTodayReader | undefined
  now?: (() => Date) | undefined
}

const nothingYet: UsedTodayReader = async () => ({ costUsd: 0 })

export function createRequests(options: RequestsOptions): Requests {
  const { store, expiresAfterMs, leaseMs = 60_000, usedToday = nothingYet, now = () => new Date() } = options

  async function find(transaction: Pick<Transaction, 'query'>, tenantId: string, requestId: string) {
    if (!isUuid(requestId)) return undefined
    const [row] = await transaction.query<RequestRow>(sql.readRequest, [tenantId, now().toISOString(), requestId])
    return row && toRequest(row)
  }

  async function readOne(transaction: Pick<Transaction, 'query'>, tenantId: string, requestId: string) {
    const found = await find(transaction, tenantId, requestId)
    if (!found) throw new GatewayError({ code: 'unknown-request', message: 'There is no such request.' })
    return found
  }

  /** Locks first and reads then, so that what is judged is what the last one left. */
  function locked(tenantId: string, requestId: string, work: (transaction: Transaction) => Promise<void>) {
    return store.transaction(async (transaction) => {
      if (isUuid(requestId)) await transaction.query(sql.lockRequest, [tenantId, requestId])
      await work(transaction)
      return readOne(transaction, tenantId, requestId)
    })
  }

  async function insert(transaction: Transaction, request: OpenRequest & SettledVerdict) {
    await insertRequest(transaction, request, { at: now(), expiresAfterMs })
    return readOne(transaction, request.caller.tenantId, request.requestId)
  }

  async function open(transaction: Transaction, request: OpenRequest) {
    const verdict = await weighedAgain(transaction, request, usedToday)
    return insert(transaction, { ...request, ...(await settle(transaction, { ...request, verdict })) })
  }

  async function judgeAndWrite(transaction: Transaction, requestId: string, decision: Decision) {
    const { caller, shownHash, alwaysAllow, at } = decision
    const reason = decision.reason === undefined ? null : plainText(decision.reason)
    const { kept, ...request } = await readOne(transaction, caller.tenantId, requestId)
    const state = stateAfter({ ...request, kept }, decision)
    const written = [caller.tenantId, requestId, caller.userId, decision.decision, reason, shownHash, at.toISOString()]
    await transaction.query(sql.insertDecision, written)
    await transaction.query(sql.setState, [caller.tenantId, requestId, state, null, null])
    if (alwaysAllow && kept.grant) await giveGrant(transaction, { ...kept.grant, grantedBy: caller, requestId, at })
  }

  return {
    ...createClaims({ store, leaseMs, now }),
    open: (request) => store.transaction((transaction) => open(transaction, request)),
    openOnce: (request, isEnough) =>
      store.transaction(async (transaction) => {
        const { caller, subjectHash } = request
        await transaction.query(sql.lockSubject, [caller.tenantId, subjectHash])
        const values = [caller.tenantId, now().toISOString(), subjectHash, caller.userId]
        const [row] = await transaction.query<RequestRow>(sql.readOpenSubject, values)
        const known = row && toRequest(row)
        return known && isEnough(known) ? known : open(transaction, request)
      }),
    find: (tenantId, requestId) => find(store, tenantId, requestId),
    async listReplaced({ tenantId, userId }, subjectHash) {
      const rows = await store.query<RequestRow>(sql.listReplaced, [tenantId, now().toISOString(), subjectHash, userId])
      return rows.map(toRequest)
    },
    read: (tenantId, requestId) => readOne(store, tenantId, requestId),
    async list({ tenantId, userId, roles }, options) {
      const { which, limit } = options
      const seenBy = [tenantId, now().toISOString(), which ?? null, limit + 1, userId, JSON.stringify(roles)]
      const rows = await store.query<RequestRow>(sql.listRequests, [...seenBy, ...filterValues(options)])
      return toPage(rows.map(toRequest), limit)
    },
    decide: (requestId, decision) =>
      locked(decision.caller.tenantId, requestId, (transaction) =>
        judgeAndWrite(transaction, requestId, { ...decision, at: now() }),
      ),
    replace: (requestId, by) =>
      store.transaction(async (transaction) => {
        const { tenantId } = by.caller
        if (isUuid(requestId)) await transaction.query(sql.lockRequest, [tenantId, requestId])
        const editing = { caller: by.editor ?? by.caller, decision: 'ask', shownHash: by.shownHash, at: now() } as const
        stateAfter(await readOne(transaction, tenantId, requestId), editing)
        const edited = await insert(transaction, { ...by, ...settledAs(by.verdict) })
        await transaction.query(sql.setState, [tenantId, requestId, 'replaced', by.requestId, null])
        return edited
      }),
    finish: (tenantId, requestId, { state, ...outcome }) =>
      locked(tenantId, requestId, async (transaction) => {
        const { state: before } = await readOne(transaction, tenantId, requestId)
        if (before !== 'approved') return
        await transaction.query(sql.setState, [tenantId, requestId, state, null, JSON.stringify(outcome)])
      }),
  }
}
