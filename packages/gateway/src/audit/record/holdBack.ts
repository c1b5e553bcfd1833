import type { AnswerEvent } from '@lakefront/contract'

/** Events that hold rows or what was found in them. What tells of plan, steps and progress goes out as it happens. */
const shown: ReadonlySet<AnswerEvent['type']> = new Set([
  'result-ready',
  'text-delta',
  'clarification',
  'warning',
  'answer-end',
])

/** Keeps what shows something back until the record of it is written. */
export function holdBack(emit: (event: AnswerEvent) => void) {
  const held: AnswerEvent[] = []
  return {
    emit(event: AnswerEvent): void {
      if (shown.has(event.type)) held.push(event)
      else emit(event)
    },
    /** It is on the record now. */
    release(): void {
      for (const event of held.splice(0)) emit(event)
    },
  }
}
