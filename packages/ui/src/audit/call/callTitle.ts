import type { AuditCall } from '@lakefront/react'
import type { AuditMessages } from '../../messages/audit/types.ts'

/** What a call was: the question in its words, else what was done. */
export function callTitle({ question, tool }: Pick<AuditCall, 'question' | 'tool'>, words: AuditMessages): string {
  return question ?? words.tools[tool] ?? tool
}

/** Who did it; for whom, when it was an assistant. */
export function callerOf({ userId, agentId }: Pick<AuditCall, 'userId' | 'agentId'>, words: AuditMessages): string {
  return agentId === null ? userId : words.onBehalf(agentId, userId)
}

/** How it ended, in a word. */
export function statusOf({ status }: Pick<AuditCall, 'status'>, words: AuditMessages): string {
  return words.statuses[status] ?? status
}

/** How it should look: as a fault, as something that did not go the usual way, or as nothing of note. */
export function toneOf({ status, errorCode }: Pick<AuditCall, 'status' | 'errorCode'>): 'danger' | 'warn' | 'quiet' {
  if (status === 'failed' || status === 'refused') return 'danger'
  return errorCode !== null || unusual.has(status) ? 'warn' : 'quiet'
}

const unusual = new Set(['partial', 'unavailable', 'running', 'not_done', 'approval-required', 'approval_required'])
