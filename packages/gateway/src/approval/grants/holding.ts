import { randomUUID } from 'node:crypto'
import type { GrantTerms } from '@lakefront/contract'
import type { Caller } from '../../results/port.ts'
import type { Transaction } from '../../store/port.ts'
import type { Approvers } from '../policy/types.ts'
import * as sql from './sql.ts'
import { covers } from './terms.ts'

type HoldingRow = { id: string; terms: string; granted_by: string; granter_roles: string }

/** A permission that answers for the people who would have to agree. */
export type HoldingGrant = { grantId: string; grantedBy: string }

/** The standing permission by which an effect need not be asked for, locked until the transaction ends. */
export async function findHolding(
  transaction: Transaction,
  { tenantId, terms, approvers }: { tenantId: string; terms: GrantTerms; approvers: Approvers },
): Promise<HoldingGrant | undefined> {
  const rows = await transaction.query<HoldingRow>(sql.holdingGrants, [tenantId, terms.userId])
  const grants = rows.map((row) => ({
    grantId: row.id,
    grantedBy: row.granted_by,
    granterRoles: JSON.parse(row.granter_roles) as string[],
    terms: JSON.parse(row.terms) as GrantTerms,
  }))
  return grants.find((grant) => covers(grant.terms, terms) && couldAgree(grant, terms.userId, approvers))
}

/** Whether who granted it may still say yes alone: the rules may have become stricter since. */
function couldAgree(
  { grantedBy, granterRoles }: { grantedBy: string; granterRoles: readonly string[] },
  requesterId: string,
  { roles, quorum, fourEyes }: Approvers,
): boolean {
  const hasRole = roles.length === 0 || roles.some((role) => granterRoles.includes(role))
  return quorum === 1 && hasRole && !(fourEyes && grantedBy === requesterId)
}

export type GivenGrant = {
  terms: GrantTerms
  covers: readonly string[]
  grantedBy: Caller
  requestId: string
  at: Date
}

/** Writes a permission down, beside the approval with which it was given. */
export async function giveGrant(transaction: Transaction, { terms, grantedBy, ...grant }: GivenGrant): Promise<void> {
  const { tenantId, userId, roles } = grantedBy
  await transaction.query(sql.lockGrants, [tenantId, terms.userId])
  await transaction.query(sql.insertGrant, [
    ...[tenantId, randomUUID(), terms.userId, JSON.stringify(terms), JSON.stringify(grant.covers)],
    ...[userId, JSON.stringify(roles), grant.requestId, grant.at.toISOString()],
  ])
}
