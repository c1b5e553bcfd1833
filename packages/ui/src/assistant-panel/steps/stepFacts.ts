import type { Step, StepProgress } from '@lakefront/react'
import type { Format } from '../../format/createFormat.ts'
import type { Messages } from '../../messages/types.ts'

/** What a step moved and took, as far as it is known; bytes that are not known are said to be so. */
export function stepFacts(step: Step, messages: Messages, format: Format, now?: StepProgress): string[] {
  if (now) return progressFacts(now, messages, format)
  const { rows, durationMs, bytesScanned, keysPushed, source } = step
  const bytes = bytesScanned === null ? messages.bytesUnknown : messages.bytesRead(format.bytes(bytesScanned))
  return [
    rows === null ? messages.stepStatus[step.status] : format.rows(rows),
    durationMs !== null && format.duration(durationMs),
    source !== 'gateway' && bytes,
    keysPushed !== undefined && messages.keysPushed(keysPushed, format.count(keysPushed)),
  ].filter((fact): fact is string => typeof fact === 'string')
}

/** What a running step's source tells of it; what it does not tell is left out. */
function progressFacts(now: StepProgress, messages: Messages, format: Format): string[] {
  const { state, fraction, rowsRead, bytesScanned } = now
  return [
    messages.stepState[state],
    fraction !== undefined && format.share(fraction),
    rowsRead !== undefined && messages.rowsRead(format.count(rowsRead)),
    bytesScanned !== undefined && messages.bytesRead(format.bytes(bytesScanned)),
  ].filter((fact): fact is string => typeof fact === 'string')
}
