import type { SqlValue } from '../../store/port.ts'

/** Which calls are wanted; what is left out does not matter. */
export type CallFilter = {
  callId?: string | undefined
  /** Any but this one. */
  butCallId?: string | undefined
  userId?: string | undefined
  /** Nothing but this user's. */
  visibleTo?: string | undefined
  tool?: string | undefined
  source?: string | undefined
  status?: string | undefined
  /** From this moment on, and before that one; ISO 8601 in UTC. */
  from?: string | undefined
  to?: string | undefined
  /** Only what came before this entry. */
  before?: number | undefined
}

/** Other entries of the same call. What was carried out apart from its call is an entry by itself. */
const ofSameCall = `other.tenant_id = first.tenant_id and other.facts ->> 'callId' = first.facts ->> 'callId'
  and first.facts ->> 'kind' = 'call-started' and other.facts ->> 'kind' <> 'effect-ended'`

const status = `coalesce(
  first.facts ->> 'status',
  (select other.facts ->> 'status' from lakefront.audit_entry other
    where ${ofSameCall} and other.facts ->> 'kind' = 'call-ended' limit 1),
  'running')`

/** Not as `exists`, which Postgres would answer for all calls at once, however few of them are wanted. */
const readsSource = (place: string) => `(
  select bool_or(other.facts -> 'sources' ? ${place}) from lakefront.audit_entry other where ${ofSameCall})`

/** How each wish is said in SQL, where its value stands at a place such as `$2`. */
const conditions: Record<keyof CallFilter, (place: string) => string> = {
  visibleTo: (place) => `first.facts ->> 'userId' = ${place}`,
  callId: (place) => `first.facts ->> 'callId' = ${place}`,
  butCallId: (place) => `first.facts ->> 'callId' <> ${place}`,
  userId: (place) => `first.facts ->> 'userId' = ${place}`,
  tool: (place) => `first.facts ->> 'tool' = ${place}`,
  source: readsSource,
  status: (place) => `${status} = ${place}`,
  from: (place) => `first.facts ->> 'recordedAt' >= ${place}`,
  to: (place) => `first.facts ->> 'recordedAt' < ${place}`,
  before: (place) => `first.sequence < ${place}::bigint`,
}

/** The first entries of the calls that are wanted, the newest first. */
export function findCalls(tenantId: string, filter: CallFilter, limit: number): { sql: string; values: SqlValue[] } {
  const values: SqlValue[] = [tenantId]
  const wanted = (Object.keys(conditions) as (keyof CallFilter)[]).flatMap((key) => {
    const value = filter[key]
    if (value === undefined) return []
    // Texts of Postgres hold no U+0000, and neither does what is looked for in them.
    values.push(String(value).replaceAll('\u0000', ''))
    return [`and ${conditions[key](`$${values.length}`)}`]
  })
  const sql = `
select first.sequence, first.facts ->> 'callId' as call_id from lakefront.audit_entry first
where first.tenant_id = $1 and first.facts ->> 'kind' in ('call-started', 'effect-ended')
${wanted.join('\n')}
order by first.sequence desc limit ${Math.trunc(limit)}`
  return { sql, values }
}

const columns = 'sequence, entry, hash'

/** All entries about the calls in a JSON list of their ids. */
export const entriesOfCalls = `
select ${columns} from lakefront.audit_entry
where tenant_id = $1 and facts ->> 'callId' in (select json_array_elements_text($2::json)) order by sequence`

/** The entries at the places in a JSON list. */
export const entriesAt = `
select ${columns} from lakefront.audit_entry
where tenant_id = $1 and sequence in (select json_array_elements_text($2::json)::bigint) order by sequence`

/** The last entry of the chain. */
export const lastEntry = `
select ${columns} from lakefront.audit_entry where tenant_id = $1 order by sequence desc limit 1`
