import type { Turn } from '@lakefront/react'
import type { Format } from '../../format/createFormat.ts'
import type { Messages } from '../../messages/types.ts'

/** `2 live reads, joined here · 0.71 s`; of an interrupted turn only the plan is known. */
export function stepsSummary({ steps, status, durationMs }: Turn, messages: Messages, format: Format): string {
  const reads = steps.filter((step) => step.source !== 'gateway' && step.status !== 'skipped')
  const joined = steps.some(({ source }) => source === 'gateway')
  const what = [messages.liveReads(reads.length), joined && messages.joinedHere].filter(Boolean).join(', ')
  if (status === 'interrupted' || status === 'approval-required') return `${what} · ${messages.stepStatus.planned}`
  return durationMs === undefined ? what : `${what} · ${format.duration(durationMs)}`
}
