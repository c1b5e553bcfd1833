import type { GrantTerms } from '@lakefront/contract'
import { noteVerdict } from '../../audit/record/noteVerdict.ts'
import type { Caller } from '../../results/port.ts'
import type { Transaction } from '../../store/port.ts'
import type { Verdict } from '../policy/types.ts'
import { findHolding } from './holding.ts'
import { type AskedEffect, termsOf } from './terms.ts'

/** A verdict after it was looked for standing permissions. */
export type SettledVerdict = {
  verdict: Verdict
  /** The permission by which it is allowed. */
  grantId: string | null
  /** What "always allow this" would cover; `null` when it is not offered. */
  offered: GrantTerms | null
}

/** What nobody may always allow, and what was edited: it is decided by itself. */
export const settledAs = (verdict: Verdict): SettledVerdict => ({ verdict, grantId: null, offered: null })

/** Answers an `ask` by a standing permission where one holds. What is forbidden stays so. */
export async function settle(
  transaction: Transaction,
  { caller, verdict, ...asked }: Omit<AskedEffect, 'requester'> & { caller: Caller; verdict: Verdict },
): Promise<SettledVerdict> {
  const { approvers } = verdict
  const terms = termsOf({ ...asked, requester: caller })
  if (verdict.verdict !== 'ask' || !approvers || !terms) return settledAs(verdict)
  const grant = await findHolding(transaction, { tenantId: caller.tenantId, terms, approvers })
  if (!grant) return { ...settledAs(verdict), offered: approvers.quorum === 1 ? terms : null }
  const because = [`${grant.grantedBy} has said that this is always allowed.`]
  return { ...settledAs(noteVerdict({ verdict: 'allow', because })), grantId: grant.grantId }
}
