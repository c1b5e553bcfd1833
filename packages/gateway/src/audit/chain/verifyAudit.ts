import type { Store } from '../../store/port.ts'
import type { TrustedKeys } from './auditKeys.ts'
import { beginning, type Place, problemOfLink } from './checkLink.ts'
import { type Reader, readEntries, readTenants } from './readEntries.ts'
import { readHead, type SignedHead } from './signedHead.ts'

/** What verifying a tenant's chain came to. */
export type ChainReport = {
  tenantId: string
  /** Entries that are proven to be what was written, from the first one on. */
  entryCount: number
  /** The first link that does not hold. */
  broken?: { sequence: number; problem: string } | undefined
}

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
    reports.push(await verifyChain({ store, keys, tenantId, anchors: own }))
  }
  const forged = heads.indexOf(undefined)
  if (forged === -1) return reports
  const problem = `line ${forged + 1} of the anchors is not signed by a trusted key`
  return [...reports, { tenantId: '', entryCount: 0, broken: { sequence: 0, problem } }]
}

type VerifyChain = { store: Reader; keys: TrustedKeys; tenantId: string; anchors: readonly SignedHead[] }

async function verifyChain({ store, keys, tenantId, anchors }: VerifyChain): Promise<ChainReport> {
  const anchored = new Map(anchors.map((anchor) => [anchor.sequence, anchor]))
  let place: Place = beginning
  const report = (problem?: string): ChainReport => ({
    tenantId,
    entryCount: place.sequence,
    ...(problem !== undefined && { broken: { sequence: place.sequence + 1, problem } }),
  })
  for await (const stored of readEntries(store, tenantId)) {
    const problem = problemOfLink(tenantId, place, stored) ?? problemOfAnchor(stored, anchored.get(stored.sequence))
    if (problem !== undefined) return report(problem)
    place = stored
  }
  const last = Math.max(0, ...anchored.keys())
  if (last > place.sequence) return report(`the chain was anchored up to entry ${last}, and ends before`)
  return report(await problemOfHead({ store, keys, tenantId, place }))
}

function problemOfAnchor({ hash }: Place, anchor: SignedHead | undefined): string | undefined {
  return anchor && anchor.hash !== hash ? 'another entry was anchored in its place' : undefined
}

async function problemOfHead({ store, keys, tenantId, place }: Omit<VerifyChain, 'anchors'> & { place: Place }) {
  const [row] = await store.query<{ signed: string }>('select signed from lakefront.audit_head where tenant_id = $1', [
    tenantId,
  ])
  const head = row && readHead(row.signed, keys)
  if (!head) return 'the end of the chain is not signed by a trusted key'
  const isEnd = head.tenantId === tenantId && head.sequence === place.sequence && head.hash === place.hash
  return isEnd ? undefined : `the chain was signed up to entry ${head.sequence}, and ends elsewhere`
}
