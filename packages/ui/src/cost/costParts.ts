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
    ...(isAboveEstimate(cost, format) ? [messages.aboveEstimate] : []),
    size,
  ]
}

/** Whether a run came to more than it was said to cost at most, by so much that it shows. */
function isAboveEstimate({ estimate, actual }: Cost, format: Format): boolean {
  const most = estimate.high.costUsd
  const came = actual?.costUsd ?? 0
  return most !== null && came > most && format.cost(came) !== format.cost(most)
}
