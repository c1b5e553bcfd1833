/** Statements of the approval tables. Times are the caller's, so that they agree with what the request shows. */

export const insertRequest = (columns: readonly string[]) => `
insert into lakefront.approval_request (${columns.join(', ')})
values (${columns.map((_column, index) => `$${index + 1}`).join(', ')})
on conflict (tenant_id, id) do nothing`

const columns = `
  id, requester_id, requester_roles, agent_id, executor, subject_hash, shown, shown_hash, because, approver_roles, quorum,
  four_eyes, grant_terms, grant_covers, replaced_by, outcome,
  lease_until is not null as has_begun,
  case when expires_at <= $2::timestamptz and (state = 'pending' or (state = 'approved' and executor = 'requester'
      and (lease_until is null or lease_until <= $2::timestamptz))) then 'expired' else state end as state,
  to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at,
  to_char(expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as expires_at,
  (select coalesce(json_agg(json_build_object(
      'userId', decider_id, 'decision', decision, 'reason', reason,
      'decidedAt', to_char(decided_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by number), '[]')
    from lakefront.approval_decision d where d.tenant_id = r.tenant_id and d.request_id = r.id)::text as decisions`

export const readRequest = `select ${columns} from lakefront.approval_request r where tenant_id = $1 and id = $3`

/** Held until the transaction ends, so that two decisions come one after the other. */
export const lockRequest = `select 1 from lakefront.approval_request where tenant_id = $1 and id = $2 for update`

/** One change at a time to what somebody asks for under one digest, so that asking twice at once opens one request. */
export const lockSubject = `select pg_advisory_xact_lock(hashtextextended('lakefront approval ' || $1 || ' ' || $2, 0))`

/** What still waits for a decision, or for whoever asked, under a digest; the newest. */
export const readOpenSubject = `
with known as (
  select ${columns} from lakefront.approval_request r
  where tenant_id = $1 and subject_hash = $3 and requester_id = $4 and state in ('pending', 'approved')
    and (lease_until is null or lease_until <= $2::timestamptz)
)
select * from known where state in ('pending', 'approved') order by created_at desc, id limit 1`

/** What somebody asked for under a digest before it was edited. */
export const listReplaced = `
select ${columns} from lakefront.approval_request r
where tenant_id = $1 and subject_hash = $3 and requester_id = $4 and state = 'replaced'`

/**
 * The newest first; those that wait for somebody before all others. $7 on are filters; null is any. Of what is searched for
 * each word has to stand somewhere. The last three are where the list before this one ended.
 */
export const listRequests = `
with visible as (
  select ${columns}, created_at as opened_at, shown::json as effect from lakefront.approval_request r
  where tenant_id = $1 and (
    requester_id = $5 or approver_roles = '[]' or exists (
      select from json_array_elements_text(approver_roles::json) approver
      join json_array_elements_text($6::json) role on role = approver))
)
select * from visible
where ($3::text is null or ($3 = 'open') = (state in ('pending', 'approved')))
  and ($7::text is null or id::text in (select json_array_elements_text($7::json)))
  and ($8::text is null or requester_id = $8)
  and ($9::text is null or agent_id = $9)
  and ($10::text is null or effect->>'source' = $10)
  and ($11::text is null or effect->>'effectClass' = $11)
  and ($12::text is null or not exists (
    select from json_array_elements_text($12::json) word where not concat_ws(' ',
      effect->>'title', effect->>'question', effect->>'sourceTitle', effect->'record'->>'label', effect->>'tables',
      (select string_agg(concat_ws(' ', change->>'title', change->>'before', change->>'after'), ' ')
        from json_array_elements(effect->'changes') change),
      requester_id, agent_id) ilike '%' || word || '%'))
  and ($13::boolean is null or (state = 'pending', opened_at, id) < ($13, $14::timestamptz, $15::uuid))
order by (state = 'pending') desc, opened_at desc, id desc limit $4`

export const insertDecision = `
insert into lakefront.approval_decision (tenant_id, request_id, decider_id, decision, reason, shown_hash, decided_at)
values ($1, $2, $3, $4, $5, $6, $7)`

export const setState = `
update lakefront.approval_request set state = $3, replaced_by = coalesce($4::uuid, replaced_by), outcome = coalesce($5, outcome)
where tenant_id = $1 and id = $2`

/**
 * Approved, and nobody is at it, or whoever was at it has not been heard of for too long. What waits for whoever asked waits
 * until it expires.
 */
export const claimRequest = `
update lakefront.approval_request set lease_until = $3::timestamptz + make_interval(secs => $4::double precision / 1000)
where tenant_id = $1 and id = $2 and state = 'approved' and (lease_until is null or lease_until <= $3::timestamptz)
  and (executor = 'gateway' or expires_at > $3::timestamptz)
returning id`

/** Whoever is at it goes on. */
export const renewClaim = `
update lakefront.approval_request set lease_until = $3::timestamptz + make_interval(secs => $4::double precision / 1000)
where tenant_id = $1 and id = $2 and state = 'approved'`

/** Whoever was at it may have got further than they know, so that it stays begun. */
export const releaseRequest = `
update lakefront.approval_request set lease_until = '-infinity' where tenant_id = $1 and id = $2 and state = 'approved'`

export const listUnfinished = `
select tenant_id, id from lakefront.approval_request
where state = 'approved' and executor = 'gateway' and (lease_until is null or lease_until <= $1::timestamptz)
order by created_at limit 100`
