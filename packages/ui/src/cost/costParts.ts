import type { Cost } from '@lakefront/react'
import { knownBytes } from '../format/cost.ts'
import type { Format } from '../format/createFormat.ts'
import type { Messages } from '../messages/types.ts'

/** The parts of a cost in one line: estimate, what it came to, size. What is not known is said to be so. */
export function costParts(cost: Cost, messages: Messages, format: Format): string[] {
  const estimate = format.estimate(cost.estimate)
  const actual = cost.actual?.costUsd ?? null
  const bytes = knownBytes(cost)
  const size = bytes === null ? messages.bytesUnknown : format.bytes(bytes)
  if (estimate === undefined && actual === null) return [messages.costUnknown, size]
  return [
    messages.estimate(estimate ?? messages.unknown),
    ...(cost.actual ? [messages.actual(actual === null ? messages.unknown : format.cost(actual))] : []),
    ...(isAboveEstimate(cost) ? [messages.aboveEstimate] : []),
    size,
  ]
}

/** Whether a run came to more than it was said to cost at most. */
function isAboveEstimate({ estimate, actual }: Cost): boolean {
  const most = estimate.high.costUsd ?? null
  return most !== null && (actual?.costUsd ?? 0) > most
}
