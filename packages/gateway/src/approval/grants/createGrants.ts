import type { Grant } from '@lakefront/contract'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Store, Transaction } from '../../store/port.ts'
import { isUuid } from '../requests/isUuid.ts'
import * as sql from './sql.ts'

/** Standing permissions, as those see them whom they concern. */
export type Grants = {
  /** Those that hold, or those that were revoked; the newest first. */
  list(caller: Caller, which: 'open' | 'ended'): Promise<Grant[]>
  /**
   * Takes a permission back, from the next request on. Again changes nothing.
   *
   * @throws {GatewayError} `unknown-request`, also when it does not concern the caller.
   */
  revoke(caller: Caller, grantId: string): Promise<Grant>
}

export type GrantsOptions = { store: Store; now?: (() => Date) | undefined }

export function createGrants({ store, now = () => new Date() }: GrantsOptions): Grants {
  async function readOne(transaction: Transaction, caller: Caller, grantId: string): Promise<Grant> {
    const values = [...seenBy(caller), grantId]
    const [row] = isUuid(grantId) ? await transaction.query<GrantRow>(sql.readGrant, values) : []
    if (row) return toGrant(row)
    throw new GatewayError({ code: 'unknown-request', message: 'There is no such permission.' })
  }

  return {
    async list(caller, which) {
      const rows = await store.query<GrantRow>(sql.listGrants, [...seenBy(caller), which === 'open'])
      return rows.map(toGrant)
    },
    revoke: (caller, grantId) =>
      store.transaction(async (transaction) => {
        await readOne(transaction, caller, grantId)
        await transaction.query(sql.revokeGrant, [caller.tenantId, grantId, now().toISOString(), caller.userId])
        return readOne(transaction, caller, grantId)
      }),
  }
}

const seenBy = ({ tenantId, userId, roles }: Caller) => [tenantId, userId, JSON.stringify(roles)]

type GrantRow = {
  id: string
  terms: string
  covers: string
  granted_by: string
  request_id: string
  created_at: string
  revoked_at: string | null
  revoked_by: string | null
  uses: number
  last_used_at: string | null
}

function toGrant(row: GrantRow): Grant {
  return {
    grantId: row.id,
    terms: JSON.parse(row.terms),
    covers: JSON.parse(row.covers),
    grantedBy: row.granted_by,
    requestId: row.request_id,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    revokedBy: row.revoked_by,
    uses: row.uses,
    lastUsedAt: row.last_used_at,
  }
}
