import type { Turn } from '@lakefront/react'
import type { Format } from '../format/createFormat.ts'
import type { Messages } from '../messages/types.ts'

/** `2 live reads, joined here · 0.71 s`. */
export function stepsSummary({ steps, durationMs }: Turn, messages: Messages, format: Format): string {
  const reads = steps.filter(({ source, status }) => source !== 'gateway' && status !== 'skipped')
  const joined = steps.some(({ source }) => source === 'gateway')
  const what = [messages.liveReads(reads.length), joined && messages.joinedHere].filter(Boolean).join(', ')
  return durationMs === undefined ? what : `${what} · ${format.duration(durationMs)}`
}
