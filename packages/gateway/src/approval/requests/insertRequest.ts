import type { ShownEffect } from '@lakefront/contract'
import type { Caller } from '../../results/port.ts'
import type { SqlValue, Transaction } from '../../store/port.ts'
import { coversOf } from '../grants/coversOf.ts'
import type { SettledVerdict } from '../grants/settle.ts'
import type { WeighedVerdict } from '../policy/types.ts'
import { hashShown } from './hashShown.ts'
import type { StoredRequest } from './judge.ts'
import * as sql from './sql.ts'

export type OpenRequest = {
  /** Names the effect. Opening it again under the same name changes nothing. */
  requestId: string
  caller: Caller
  agentId?: string | undefined
  shown: ShownEffect
  verdict: WeighedVerdict
  /** Who carries it out. Default: the gateway. */
  executor?: StoredRequest['kept']['executor'] | undefined
  subjectHash?: string | undefined
  /** Digest of its statements but for the values in them; without one, what reads is never always allowed. */
  shape?: string | undefined
}

/** Writes a request down: pending, or approved by what lets it happen by itself. */
export async function insertRequest(
  transaction: Transaction,
  request: OpenRequest & SettledVerdict,
  { at, expiresAfterMs }: { at: Date; expiresAfterMs: number },
): Promise<void> {
  const { caller, verdict, requestId, offered } = request
  const { text, hash } = hashShown(request.shown)
  const { roles, quorum, fourEyes } = verdict.approvers ?? { roles: [], quorum: 1, fourEyes: false }
  const columns: Record<string, SqlValue> = {
    tenant_id: caller.tenantId,
    id: requestId,
    requester_id: caller.userId,
    requester_roles: JSON.stringify(caller.roles),
    agent_id: request.agentId ?? null,
    executor: request.executor ?? 'gateway',
    subject_hash: request.subjectHash ?? null,
    shown: text,
    shown_hash: hash,
    because: JSON.stringify(verdict.because),
    approver_roles: JSON.stringify(roles),
    quorum,
    four_eyes: fourEyes,
    grant_terms: offered && JSON.stringify(offered),
    grant_covers: offered && JSON.stringify(coversOf(offered)),
    grant_id: request.grantId,
    state: verdict.verdict === 'ask' ? 'pending' : 'approved',
    created_at: at.toISOString(),
    expires_at: new Date(at.getTime() + expiresAfterMs).toISOString(),
  }
  await transaction.query(sql.insertRequest(Object.keys(columns)), Object.values(columns))
}
