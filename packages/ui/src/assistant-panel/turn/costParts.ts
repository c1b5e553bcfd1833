import type { Cost } from '@lakefront/react'
import { knownBytes } from '../../format/cost.ts'
import type { Format } from '../../format/createFormat.ts'
import type { Messages } from '../../messages/types.ts'

/** The parts of the cost line, in order. What is not known is said to be so. */
export function costParts(cost: Cost, messages: Messages, format: Format): string[] {
  const estimate = format.estimate(cost.estimate)
  const actual = cost.actual?.costUsd ?? null
  const bytes = knownBytes(cost)
  const size = bytes === null ? messages.bytesUnknown : format.bytes(bytes)
  if (estimate === undefined && actual === null) return [messages.costUnknown, size]
  return [
    messages.estimate(estimate ?? messages.unknown),
    ...(cost.actual ? [messages.actual(actual === null ? messages.unknown : format.cost(actual))] : []),
    size,
  ]
}
