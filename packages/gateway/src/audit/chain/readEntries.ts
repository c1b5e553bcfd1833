import type { Transaction } from '../../store/port.ts'
import type { StoredEntry } from './checkLink.ts'

/** The store, or one moment of it. */
export type Reader = Pick<Transaction, 'query'>

const pageSize = 1_000

/** All entries of a tenant in order, a page at a time. */
export async function* readEntries(store: Reader, tenantId: string): AsyncGenerator<StoredEntry, void, void> {
  for (let last = 0; ; ) {
    const page = await store.query<{ sequence: string; entry: string; hash: string }>(
      `select sequence, entry, hash from lakefront.audit_entry
      where tenant_id = $1 and sequence > $2::bigint order by sequence limit ${pageSize}`,
      [tenantId, String(last)],
    )
    for (const { sequence, entry, hash } of page) yield { sequence: Number(sequence), entry, hash }
    if (page.length < pageSize) return
    last = Number(page.at(-1)!.sequence)
  }
}

/** Every tenant that has a record, or had one. */
export async function readTenants(store: Reader): Promise<readonly string[]> {
  const rows = await store.query<{ tenant_id: string }>(
    'select tenant_id from lakefront.audit_head union select distinct tenant_id from lakefront.audit_entry order by 1',
  )
  return rows.map(({ tenant_id }) => tenant_id)
}

/** Where a tenant's chain was signed to end, as it is stored. */
export async function readSignedHead(store: Reader, tenantId: string): Promise<string | undefined> {
  const sql = 'select signed from lakefront.audit_head where tenant_id = $1'
  const [row] = await store.query<{ signed: string }>(sql, [tenantId])
  return row?.signed
}
