import type { Caller } from '../../results/port.ts'
import { canonicalJson } from '../chain/canonicalJson.ts'
import { redactText, shortHash } from '../redact/redactText.ts'
import type { AuditCaller, CallStarted } from '../types.ts'

type Call = { callId: string; tool: string; input: unknown; caller: Caller }

/** What is written of a call before it does anything. */
export function startedCall({ callId, tool, input, caller }: Call, hashValue: (text: string) => string): CallStarted {
  const { question, ...others } = Object(input) as Record<string, unknown>
  const given = Object.entries(others)
    .flatMap(([name, value]) => (name === 'limits' ? limitsOf(value) : [[name, value] as const]))
    .filter(([, value]) => value !== undefined)
  return {
    kind: 'call-started',
    callId,
    tool,
    caller: auditCaller(caller),
    ...(typeof question === 'string' && { question: redactText(question, hashValue) }),
    inputs: Object.fromEntries(
      given.map(([name, value]) => [name, isOurs(name, value) ? String(value) : hashArgument(value, hashValue)]),
    ),
  }
}

/** Each limit by itself, so that its number is told. */
const limitsOf = (limits: unknown) =>
  Object.entries(Object(limits)).map(([name, most]) => [`limits.${name}`, most as unknown] as const)

/** An argument as a keyed hash; the same wherever it is written. */
export function hashArgument(value: unknown, hashValue: (text: string) => string): string {
  return shortHash(canonicalJson(value), hashValue)
}

/** Arguments that name things of the gateway's own. */
const ownNames: ReadonlySet<string> = new Set([
  'source',
  'entity',
  'sections',
  'format',
  'requestId',
  'approvalId',
  'decision',
  'shownHash',
  'grantId',
  'level',
  'callId',
  'userId',
  'tool',
  'status',
  'from',
  'to',
])
const name = /^[\w.,:-]{1,300}$/

/** Counts, and names that look like names: neither is about anybody. */
function isOurs(argument: string, value: unknown): boolean {
  return typeof value === 'number' || (ownNames.has(argument) && name.test(String(value)))
}

/** Who it was, without the tenant, which the chain itself tells. */
export function auditCaller({ userId, agentId, roles }: Caller): AuditCaller {
  return { userId, ...(agentId !== undefined && { agentId }), roles }
}
