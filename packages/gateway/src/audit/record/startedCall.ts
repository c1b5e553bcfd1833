import type { Caller } from '../../results/port.ts'
import { canonicalJson } from '../chain/canonicalJson.ts'
import { redactText, shortHash } from '../redact/redactText.ts'
import type { AuditCaller, CallStarted } from '../types.ts'

type Call = { callId: string; tool: string; input: unknown; caller: Caller }

/** What is written of a call before it does anything. */
export function startedCall({ callId, tool, input, caller }: Call, hashValue: (text: string) => string): CallStarted {
  const { question, ...others } = Object(input) as Record<string, unknown>
  const given = Object.entries(others).filter(([, value]) => value !== undefined)
  return {
    kind: 'call-started',
    callId,
    tool,
    caller: auditCaller(caller),
    ...(typeof question === 'string' && { question: redactText(question, hashValue) }),
    inputs: Object.fromEntries(given.map(([name, value]) => [name, shortHash(canonicalJson(value), hashValue)])),
  }
}

/** Who it was, without the tenant, which the chain itself tells. */
export function auditCaller({ userId, agentId, roles }: Caller): AuditCaller {
  return { userId, ...(agentId !== undefined && { agentId }), roles }
}
