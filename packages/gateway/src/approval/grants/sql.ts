/** Statements of the table of standing permissions. */

/** One at a time for each person, so that the same is not granted twice at once. Ends with the transaction. */
export const lockGrants = `select pg_advisory_xact_lock(hashtextextended('lakefront grants ' || $1 || ' ' || $2, 0))`

/** The same from the same person holds once, so that to revoke it is enough. */
export const insertGrant = `
insert into lakefront.approval_grant (
  tenant_id, id, user_id, terms, covers, granted_by, granter_roles, request_id, created_at
) select $1, $2, $3, $4, $5, $6, $7, $8, $9
where not exists (select from lakefront.approval_grant
  where tenant_id = $1 and user_id = $3 and terms = $4 and granted_by = $6 and revoked_at is null)`

/** Held until the transaction ends: one that is being revoked is waited for, and one that is used cannot be revoked. */
export const holdingGrants = `
select id, terms, granted_by, granter_roles from lakefront.approval_grant
where tenant_id = $1 and user_id = $2 and revoked_at is null order by created_at, id for share`

const columns = `
  g.id, terms, covers, granted_by, request_id, revoked_by, uses,
  to_char(g.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at,
  to_char(revoked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as revoked_at,
  to_char(last_used_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as last_used_at`

/** Seen and revoked by whom it is for, who granted it, and who could have: those who may decide on its request. */
const visible = `
lakefront.approval_grant g join lakefront.approval_request r on r.tenant_id = g.tenant_id and r.id = g.request_id
cross join lateral (
  select count(*)::int as uses, max(created_at) as last_used_at from lakefront.approval_request used
  where used.tenant_id = g.tenant_id and used.grant_id = g.id and used.state = 'done') used
where g.tenant_id = $1 and ($2 in (user_id, granted_by) or approver_roles = '[]' or exists (
  select from json_array_elements_text(approver_roles::json) approver
  join json_array_elements_text($3::json) role on role = approver))`

export const listGrants = `
select ${columns} from ${visible} and (revoked_at is null) = $4 order by g.created_at desc, g.id`

export const readGrant = `select ${columns} from ${visible} and g.id = $4::uuid`

export const revokeGrant = `
update lakefront.approval_grant set revoked_at = $3, revoked_by = $4 where tenant_id = $1 and id = $2 and revoked_at is null`
