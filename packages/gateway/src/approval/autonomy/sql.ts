/** Statements of the table of settings. */

export const readSetting = `
select level, limits, version, set_by, to_char(set_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as set_at
from lakefront.autonomy_setting where tenant_id = $1`

/** The first one takes the configuration's place. */
export const insertSetting = `
insert into lakefront.autonomy_setting (tenant_id, level, limits, version, set_by, set_at)
values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning tenant_id`

/** Only in place of the one that it was made from. */
export const updateSetting = `
update lakefront.autonomy_setting set level = $2, limits = $3, version = $4, set_by = $5, set_at = $6
where tenant_id = $1 and version::text = $7 returning tenant_id`

/** The oldest first. Not those that somebody edited out of another one: what was asked for was the other. */
export const listPastRequests = `
select id, shown, requester_id, requester_roles, agent_id, grant_id is not null as is_granted,
  to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at,
  to_char(created_at at time zone $4, 'YYYY-MM-DD') as day
from lakefront.approval_request r
where tenant_id = $1 and created_at >= $2 and created_at < $3
  and not exists (select from lakefront.approval_request edited
    where edited.tenant_id = r.tenant_id and edited.replaced_by = r.id)
order by r.created_at, id`
