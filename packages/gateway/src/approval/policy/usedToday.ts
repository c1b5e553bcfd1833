import type { Caller } from '../../results/port.ts'
import type { Store, Transaction } from '../../store/port.ts'
import type { UsedToday, Verdict, WeighedVerdict } from './types.ts'

/**
 * What somebody's runs and effects have cost since midnight, as far as no person looked at them: of the ledger what is spent or
 * set aside, and the estimates of those that the ledger does not have. A run's name in the ledger begins with its request's.
 */
const sumToday = `
with today as (select date_trunc('day', $3::timestamptz at time zone $4) at time zone $4 as starts_at)
select (
  (select coalesce(sum(case when state = 'reserved' then reserved else spent end), 0)
    from lakefront.budget_reservation run
    where tenant_id = $1 and user_id = $2 and day_starts_at >= (select starts_at from today)
      and not exists (select from lakefront.approval_decision d
        where d.tenant_id = $1 and d.request_id::text = split_part(run.id, '/', 1) and d.decision = 'approve'))
  + (select coalesce(sum((shown::json->'estimate'->'high'->>'costUsd')::numeric), 0)
    from lakefront.approval_request r
    where tenant_id = $1 and requester_id = $2 and created_at >= (select starts_at from today)
      and state in ('approved', 'done')
      and not exists (select from lakefront.approval_decision d
        where d.tenant_id = $1 and d.request_id = r.id and d.decision = 'approve')
      and not exists (select from lakefront.budget_reservation run
        where run.tenant_id = $1 and run.day_starts_at >= (select starts_at from today) and split_part(run.id, '/', 1) = r.id::text))
)::text as "costUsd"`

/** Reads it in a transaction, or apart from any. */
export type UsedTodayReader = (from: Pick<Store, 'query'>, caller: Caller) => Promise<UsedToday>

export async function readUsedToday(
  store: Pick<Store, 'query'>,
  { tenantId, userId }: Caller,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<UsedToday> {
  const [row] = await store.query<{ costUsd: string }>(sumToday, [tenantId, userId, now.toISOString(), timeZone])
  return { costUsd: Number(row?.costUsd) }
}

/** One at a time for each person, so that what runs at once is counted too. Ends with the transaction. */
const lockDay = `select pg_advisory_xact_lock(hashtextextended('lakefront day ' || $1 || ' ' || $2, 0))`

/** Whether what may run by itself still may, with what others have begun since it was weighed. */
export async function weighedAgain(
  transaction: Transaction,
  { caller, verdict }: { caller: Caller; verdict: WeighedVerdict },
  usedToday: UsedTodayReader,
): Promise<Verdict> {
  if (!verdict.weighAgain) return verdict
  await transaction.query(lockDay, [caller.tenantId, caller.userId])
  return verdict.weighAgain(await usedToday(transaction, caller))
}
