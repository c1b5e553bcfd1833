import type { Step, StepProgress, Turn } from '@lakefront/react'
import type { Format } from '../../format/createFormat.ts'
import { withoutMarkdown } from '../../markdown/withoutMarkdown.ts'
import type { Messages } from '../../messages/types.ts'
import { runningSteps } from '../steps/progressOf.ts'
import { problemText } from '../turn/problemText.ts'
import { isProblem, isRunning } from '../turn/turnStage.ts'

/** What a screen reader is told of a turn: once when it starts to read, once when it has ended, never in between. */
export function announcement(turn: Turn, messages: Messages, format: Format): string {
  if (turn.restored) return '' // nothing has happened; it was there before the reload
  if (isRunning(turn)) return readingText(turn, messages, format)
  if (turn.clarification) return turn.clarification.message
  if (turn.status === 'approval-required') return turn.approval?.shown.title ?? ''
  if (isProblem(turn)) return problemText(turn, messages).join('. ')
  const rows = turn.result?.rowCount ?? turn.result?.rows.length
  const finding = withoutMarkdown(turn.text)
  return [finding, rows === undefined ? '' : `${turn.title}, ${format.rows(rows)}`].filter(Boolean).join(' ')
}

/** One line on what is happening now. It changes with the state of a source, not with every row or second. */
export function readingText(turn: Pick<Turn, 'steps' | 'progress'>, messages: Messages, format: Format): string {
  const titles = (steps: readonly Step[]) => format.list([...new Set(steps.map(({ sourceTitle }) => sourceTitle))])
  const running = runningSteps(turn)
  const inState = (state: StepProgress['state']) =>
    running.filter(({ progress }) => progress?.state === state).map(({ step }) => step)

  const waking = inState('waking')
  if (waking.length > 0) return messages.wakingSources(titles(waking))
  const queued = inState('queued')
  if (queued.length > 0 && queued.length === running.length) return messages.queuedAtSources(titles(queued))
  const read = turn.steps.filter(({ source }) => source !== 'gateway')
  return read.length === 0 ? messages.thinking : messages.readingSources(titles(read))
}
