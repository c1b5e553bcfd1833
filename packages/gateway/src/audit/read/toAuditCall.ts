import type { AuditCall, Cost } from '@lakefront/contract'
import { auditCallSchema } from '@lakefront/contract/schemas'
import type { StoredEntry } from '../chain/checkLink.ts'
import type { AuditEntry, AuditStatement } from '../types.ts'

/** An entry with what it says. */
export type ReadEntry = StoredEntry & { body: AuditEntry }

type BodyOf<Kind extends AuditEntry['kind']> = Extract<AuditEntry, { kind: Kind }>

/** A call as its entries tell it, the oldest first; `undefined` when somebody has put something else in their place. */
export function toAuditCall(entries: readonly ReadEntry[]): AuditCall | undefined {
  try {
    return auditCallSchema.parse(putTogether(entries))
  } catch {
    return undefined
  }
}

function putTogether(entries: readonly ReadEntry[]): unknown {
  const find = <Kind extends AuditEntry['kind']>(kind: Kind) =>
    entries.map(({ body }) => body).find((body): body is BodyOf<Kind> => body.kind === kind)
  const { callId, tool, caller, recordedAt } = entries[0]!.body
  const ended = find('call-ended')
  const effect = find('effect-ended')
  const rows = find('rows-ended')
  return {
    callId,
    tool,
    userId: caller.userId,
    agentId: caller.agentId ?? null,
    roles: caller.roles,
    question: find('call-started')?.question ?? null,
    startedAt: recordedAt,
    endedAt: (ended ?? effect)?.recordedAt ?? null,
    status: ended?.status ?? effect?.approval.state ?? 'running',
    errorCode: ended?.errorCode ?? null,
    statements: statementsOf(ended, rows),
    lineage: ended?.lineage ?? [],
    rowsShown: ended?.rowsShown ?? 0,
    cost: costOf(ended, rows),
    verdicts: ended?.verdicts ?? null,
    approval: (ended ?? effect)?.approval ?? null,
    shownHash: ended?.shownHash ?? null,
    entries: entries.map(({ sequence, hash, body }) => ({
      sequence,
      kind: body.kind,
      hash,
      recordedAt: body.recordedAt,
    })),
  }
}

/** Statements that still ran when the call was answered are told again, in their order, when they have ended. */
function statementsOf(ended: BodyOf<'call-ended'> | undefined, rows: BodyOf<'rows-ended'> | undefined) {
  const later = [...(rows?.statements ?? [])]
  const asItEnded = (statement: AuditStatement) =>
    statement.status === 'running' ? (later.shift() ?? statement) : statement
  return (ended?.statements ?? []).map(asItEnded)
}

/** What it has cost is known with the last row, which may come after the answer. */
function costOf(ended: BodyOf<'call-ended'> | undefined, rows: BodyOf<'rows-ended'> | undefined): Cost | null {
  if (!ended?.cost) return null
  return { ...ended.cost, actual: ended.cost.actual ?? rows?.actual ?? null }
}
