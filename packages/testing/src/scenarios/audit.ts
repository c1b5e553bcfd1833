import type { AuditCall, ToolArguments, ToolOutput } from '@lakefront/contract'
import { sampleAuditCalls } from '../samples/audit.ts'
import type { Script } from '../script.ts'

type Trail = Pick<ToolOutput<'read_audit'>, 'covers' | 'chain'>

/** A gateway with these calls on its record, which filters and pages them as a real one does. The newest come first. */
export function audited(calls: readonly AuditCall[] = sampleAuditCalls, trail: Partial<Trail> = {}): Script {
  const chain = { length: calls[0]?.entries.at(-1)?.sequence ?? 0, isWhole: true, firstBroken: null }
  return {
    read_audit: (input, stage) => {
      const found = calls.filter((call) => matches(call, input))
      const page = found.slice(0, input.limit)
      const last = page.at(-1)?.entries[0]?.sequence ?? null
      return {
        calls: page,
        next: found.length > page.length ? last : null,
        chain,
        covers: 'tenant',
        asOf: stage.timestamp(),
        ...trail,
      }
    },
  }
}

function matches(call: AuditCall, input: ToolArguments<'read_audit'>): boolean {
  const { callId, userId, tool, source, status, from, to, before } = input
  const isSame = (wanted: string | undefined, value: string) => wanted === undefined || wanted === value
  return (
    isSame(callId, call.callId) &&
    isSame(userId, call.userId) &&
    isSame(tool, call.tool) &&
    isSame(status, call.status) &&
    (source === undefined || call.statements.some((statement) => statement.source === source)) &&
    (from === undefined || Date.parse(call.startedAt) >= Date.parse(from)) &&
    (to === undefined || Date.parse(call.startedAt) < Date.parse(to)) &&
    (before === undefined || call.entries[0]!.sequence < before)
  )
}
