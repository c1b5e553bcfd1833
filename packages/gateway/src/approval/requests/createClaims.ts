import type { Store } from '../../store/port.ts'
import * as sql from './sql.ts'

/** Who is carrying out what was approved, so that one at a time does. */
export type Claims = {
  /** Takes an approved request to carry it out; `false` when somebody else is at it or it has ended. */
  claim(tenantId: string, requestId: string): Promise<boolean>
  /** Keeps a claimed request for as long as its work takes; returns how to stop that. */
  keep(tenantId: string, requestId: string): () => void
  /** Gives a claimed request back, to be taken up again. */
  release(tenantId: string, requestId: string): Promise<void>
  /** Approved requests that nobody is carrying out: what a gateway that died left behind. */
  unfinished(): Promise<{ tenantId: string; requestId: string }[]>
}

export type ClaimsOptions = { store: Store; leaseMs: number; now(): Date }

export function createClaims({ store, leaseMs, now }: ClaimsOptions): Claims {
  return {
    async claim(tenantId, requestId) {
      const rows = await store.query(sql.claimRequest, [tenantId, requestId, now().toISOString(), leaseMs])
      return rows.length > 0
    },
    keep(tenantId, requestId) {
      const renew = () => store.query(sql.renewClaim, [tenantId, requestId, now().toISOString(), leaseMs])
      const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / 3)
      timer.unref()
      return () => clearInterval(timer)
    },
    async release(tenantId, requestId) {
      await store.query(sql.releaseRequest, [tenantId, requestId])
    },
    async unfinished() {
      const rows = await store.query<{ tenant_id: string; id: string }>(sql.listUnfinished, [now().toISOString()])
      return rows.map(({ tenant_id, id }) => ({ tenantId: tenant_id, requestId: id }))
    },
  }
}
