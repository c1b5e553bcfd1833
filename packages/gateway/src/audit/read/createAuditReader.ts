import type { AuditCall, AuditChain, ToolOutput } from '@lakefront/contract'
import type { Caller } from '../../results/port.ts'
import type { Store, Transaction } from '../../store/port.ts'
import type { TrustedKeys } from '../chain/auditKeys.ts'
import type { StoredEntry } from '../chain/checkLink.ts'
import { readSignedHead } from '../chain/readEntries.ts'
import type { AuditEntry } from '../types.ts'
import { type CallFilter, entriesAt, entriesOfCalls, findCalls, lastEntry } from './auditSql.ts'
import { checkEntries, placesAround } from './checkEntries.ts'
import { type ReadEntry, toAuditCall } from './toAuditCall.ts'

/** A page of the audit trail. */
export type AuditPage = { calls: AuditCall[]; next: number | null; chain: AuditChain }

/** Reads the audit trail, a tenant's at a time. */
export type AuditReader = {
  /** Whose calls somebody gets to see who asks like this. */
  coversOf(caller: Caller, filter: Pick<CallFilter, 'userId'>): ToolOutput<'read_audit'>['covers']
  /** The newest calls that fit, and whether the entries about them are what was written. */
  read(tenantId: string, filter: CallFilter, limit: number): Promise<AuditPage>
}

export type AuditReaderOptions = {
  store: Store
  keys: TrustedKeys
  /** Roles that see everybody's calls. */
  readers: readonly string[]
}

export function createAuditReader({ store, keys, readers }: AuditReaderOptions): AuditReader {
  async function readPage(transaction: Transaction, tenantId: string, filter: CallFilter, limit: number) {
    // One moment of the store, as gateways go on writing.
    await transaction.execute('set transaction isolation level repeatable read, read only')
    const query = async (sql: string, values: readonly string[]) =>
      (await transaction.query<StoredRow>(sql, [tenantId, ...values])).map(toStored)
    const wanted = findCalls(tenantId, filter, limit + 1)
    const found = (await transaction.query<FoundRow>(wanted.sql, wanted.values)).map(toFound)
    const page = found.slice(0, limit)
    const entries = await query(entriesOfCalls, [JSON.stringify(page.map(({ callId }) => callId))])
    const bodies = entries.map(toRead)
    const calls = page.map((first) => entriesOf(first, bodies))
    const shown = calls.flat().map(({ sequence }) => sequence)
    const around = await query(entriesAt, [JSON.stringify(placesAround(shown))])
    const [last] = await query(lastEntry, [])
    const signed = await readSignedHead(transaction, tenantId)
    return {
      calls: calls.map(toAuditCall).filter((call) => call !== undefined),
      next: found.length > limit ? page.at(-1)!.sequence : null,
      chain: checkEntries({ tenantId, shown, entries: around, last, signed, keys }),
    }
  }

  return {
    coversOf: ({ userId, roles }, filter) =>
      filter.userId !== userId && roles.some((role) => readers.includes(role)) ? 'tenant' : 'user',
    read: (tenantId, filter, limit) =>
      store.transaction((transaction) => readPage(transaction, tenantId, filter, limit)),
  }
}

type Found = { sequence: number; callId: string }
type FoundRow = { sequence: string; call_id: string }
type StoredRow = { sequence: string; entry: string; hash: string }

const toFound = ({ sequence, call_id: callId }: FoundRow): Found => ({ sequence: Number(sequence), callId })
const toStored = ({ sequence, ...rest }: StoredRow): StoredEntry => ({ ...rest, sequence: Number(sequence) })
const toRead = (stored: StoredEntry): ReadEntry => ({ ...stored, body: JSON.parse(stored.entry) as AuditEntry })

/** Everything about the call that starts there. What was carried out apart from any call stands by itself. */
function entriesOf({ sequence, callId }: Found, entries: readonly ReadEntry[]): readonly ReadEntry[] {
  const first = entries.find((entry) => entry.sequence === sequence)!
  if (first.body.kind === 'effect-ended') return [first]
  const others = entries.filter((entry) => entry !== first && entry.body.callId === callId && isAboutCall(entry.body))
  return [first, ...others]
}

function isAboutCall({ kind }: AuditEntry): boolean {
  return kind === 'call-ended' || kind === 'rows-ended'
}
