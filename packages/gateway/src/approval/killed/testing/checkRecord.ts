import { expect } from 'vitest'
import { createAuditKeys, trustKeys } from '../../../audit/chain/auditKeys.ts'
import { readEntries } from '../../../audit/chain/readEntries.ts'
import { verifyAudit } from '../../../audit/chain/verifyAudit.ts'
import type { AuditEntry } from '../../../audit/types.ts'
import type { Store } from '../../../store/port.ts'
import { createRequests } from '../../requests/createRequests.ts'
import type { StoredRequest } from '../../requests/judge.ts'
import { auditSecret } from './killable.ts'

export const auditKeys = createAuditKeys(auditSecret)

/** Every request, as its requester's list shows them page by page. */
export async function listAll(store: Store): Promise<StoredRequest[]> {
  const requests = createRequests({ store, expiresAfterMs: 1 })
  const found: StoredRequest[] = []
  let before: string | undefined
  do {
    const page = await requests.list({ tenantId: 'erie', userId: 'anna', roles: [] }, { limit: 200, before })
    found.push(...page.requests)
    before = page.next ?? undefined
  } while (before !== undefined)
  return found
}

/** The requests of which gateways had said that they were so far. */
export const idsIn = (said: readonly string[], word: string) =>
  said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

/** Checks that the chain is whole, and that nothing was told or happened before it was on it. */
export async function checkRecord(store: Store, requests: readonly StoredRequest[], said: readonly string[]) {
  const reports = await verifyAudit({ store, keys: trustKeys([auditKeys.publicKeyPem]), anchors: [] })
  expect(reports.flatMap(({ broken }) => broken ?? [])).toEqual([])
  const entries: AuditEntry[] = []
  for await (const { entry } of readEntries(store, 'erie')) entries.push(JSON.parse(entry))
  const done = entries.flatMap((entry) =>
    'approval' in entry && entry.approval?.state === 'done' ? entry.approval.requestId : [],
  )
  const started = entries.flatMap((entry) =>
    entry.kind === 'call-started' && entry.tool === 'decide_approval' ? entry.inputs.requestId : [],
  )
  // Nothing was told before it was on the record, and nothing happened before the decision was.
  expect(done).toEqual(expect.arrayContaining(idsIn(said, 'done')))
  const happened = requests.flatMap(({ state, requestId }) => (state === 'done' ? requestId : []))
  expect(started).toEqual(expect.arrayContaining(happened))
}
