import type { Store, Transaction } from '../../store/port.ts'
import type { AuditBody } from '../types.ts'
import type { AuditKeys } from './auditKeys.ts'
import { canonicalJson, noHash } from './canonicalJson.ts'
import { linkEntry } from './linkEntry.ts'
import { signHead } from './signedHead.ts'

/** The record of a gateway's tenants, one chain each. */
export type AuditLog = {
  /**
   * Adds an entry at the end of the tenant's chain and signs the new end.
   *
   * @throws {GatewayError} `store-unavailable`: then it is not on the record, and what it is about must not happen.
   */
  append(tenantId: string, body: AuditBody): Promise<void>
}

const openChain = `
insert into lakefront.audit_head (tenant_id, sequence, hash, signed) values ($1, 0, $2, '') on conflict do nothing`
/** Locks the end of the chain: one entry after the other, by whichever gateway. */
const lockHead = 'select sequence, hash from lakefront.audit_head where tenant_id = $1 for update'
const insertEntry =
  'insert into lakefront.audit_entry (tenant_id, sequence, entry, hash) values ($1, $2::bigint, $3, $4)'
const moveHead = 'update lakefront.audit_head set sequence = $2::bigint, hash = $3, signed = $4 where tenant_id = $1'

export function createAuditLog({ store, keys }: { store: Store; keys: AuditKeys }): AuditLog {
  return {
    append: (tenantId, body) => store.transaction((transaction) => appendOne(transaction, keys, tenantId, body)),
  }
}

async function appendOne(transaction: Transaction, keys: AuditKeys, tenantId: string, body: AuditBody): Promise<void> {
  await transaction.query(openChain, [tenantId, noHash])
  const [head] = await transaction.query<{ sequence: string; hash: string }>(lockHead, [tenantId])
  const previous = { sequence: Number(head!.sequence), hash: head!.hash }
  const { sequence, entry, hash } = linkEntry({ tenantId, previous, body, recordedAt: new Date().toISOString() })
  const signed = canonicalJson(signHead({ tenantId, sequence, hash }, keys))
  await transaction.query(insertEntry, [tenantId, String(sequence), entry, hash])
  await transaction.query(moveHead, [tenantId, String(sequence), hash, signed])
}
