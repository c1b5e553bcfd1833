import type { ShownEffect } from '@lakefront/contract'
import type { Store } from '../../store/port.ts'
import { factsOf } from '../effects/planWrite.ts'
import type { EffectFacts, Requester } from '../policy/types.ts'
import * as sql from './sql.ts'

/** A request as it was made, without what became of it. */
export type PastRequest = {
  requestId: string
  title: string
  createdAt: string
  /** The tenant's day, `yyyy-mm-dd`. */
  day: string
  effect: EffectFacts
  requester: Requester
  /** A standing permission covered it. */
  isGranted: boolean
}

type Row = {
  id: string
  shown: string
  requester_id: string
  requester_roles: string
  agent_id: string | null
  is_granted: boolean
  created_at: string
  day: string
}

type Span = { tenantId: string; from: string; to: string; timeZone: string }

/** Everything that was asked for in a time, the oldest first. */
export async function readPastRequests(store: Store, { tenantId, from, to, timeZone }: Span): Promise<PastRequest[]> {
  const rows = await store.query<Row>(sql.listPastRequests, [tenantId, from, to, timeZone])
  return rows.map((row) => {
    const shown = JSON.parse(row.shown) as ShownEffect
    const { id: requestId, requester_id: userId, agent_id: agentId } = row
    return {
      requestId,
      title: shown.title,
      createdAt: row.created_at,
      day: row.day,
      effect: factsOf(shown),
      requester: { userId, roles: JSON.parse(row.requester_roles), agentId: agentId ?? undefined },
      isGranted: row.is_granted,
    }
  })
}
