import type { Turn } from '@lakefront/react'
import type { Format } from '../format/createFormat.ts'
import { withoutMarkdown } from '../markdown/withoutMarkdown.ts'
import type { Messages } from '../messages/types.ts'
import { problemText } from './problemText.ts'
import { isProblem, isRunning } from './turnStage.ts'

/** What a screen reader is told of a turn: once when it starts to read, once when it has ended, never in between. */
export function announcement(turn: Turn, messages: Messages, format: Format): string {
  if (turn.restored) return '' // nothing has happened; it was there before the reload
  if (isRunning(turn)) return readingText(turn, messages, format)
  if (turn.clarification) return turn.clarification.message
  if (isProblem(turn)) return problemText(turn, messages).join('. ')
  const rows = turn.result?.rowCount ?? turn.result?.rows.length
  const finding = withoutMarkdown(turn.text)
  return [finding, rows === undefined ? '' : `${turn.title}, ${format.rows(rows)}`].filter(Boolean).join(' ')
}

/** One line on what is happening now. */
export function readingText({ steps }: Pick<Turn, 'steps'>, messages: Messages, format: Format): string {
  const sources = new Set(steps.filter(({ source }) => source !== 'gateway').map(({ sourceTitle }) => sourceTitle))
  return sources.size === 0 ? messages.thinking : messages.readingSources(format.list([...sources]))
}
