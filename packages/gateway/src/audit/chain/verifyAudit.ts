import type { Store } from '../../store/port.ts'
import type { TrustedKeys } from './auditKeys.ts'
import { type ChainReport, checkChain } from './checkChain.ts'
import { type Reader, readEntries, readSignedHead, readTenants } from './readEntries.ts'
import { readHead } from './signedHead.ts'

export type VerifyOptions = {
  store: Store
  keys: TrustedKeys
  /** Lines that were anchored elsewhere, as they are. */
  anchors: readonly string[]
}

/** Verifies every tenant's chain from its first entry to its signed head, and against what was anchored elsewhere. */
export function verifyAudit({ store, ...options }: VerifyOptions): Promise<ChainReport[]> {
  return store.transaction(async (transaction) => {
    // One moment of the store: gateways that go on writing meanwhile look like nobody's tampering.
    await transaction.execute('set transaction isolation level repeatable read, read only')
    return verifyAll({ store: transaction, ...options })
  })
}

type VerifyAll = Omit<VerifyOptions, 'store'> & { store: Reader }

async function verifyAll({ store, keys, anchors }: VerifyAll): Promise<ChainReport[]> {
  const heads = anchors.map((text) => readHead(text, keys))
  const known = heads.filter((head) => head !== undefined)
  const tenants = new Set([...(await readTenants(store)), ...known.map(({ tenantId }) => tenantId)])
  const reports: ChainReport[] = []
  for (const tenantId of tenants) {
    const own = known.filter((head) => head.tenantId === tenantId)
    const signed = await readSignedHead(store, tenantId)
    reports.push(await checkChain({ tenantId, entries: readEntries(store, tenantId), signed, anchors: own, keys }))
  }
  const forged = heads.indexOf(undefined)
  if (forged === -1) return reports
  const problem = `line ${forged + 1} of the anchors is not signed by a trusted key`
  return [...reports, { tenantId: '', entryCount: 0, broken: { sequence: 0, problem } }]
}
