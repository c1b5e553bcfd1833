import type { Format } from '../../format/createFormat.ts'
import type { Messages } from '../../messages/types.ts'
import { valuesPerMark } from '../layout/valuesPerMark.ts'
import type { Chart } from '../types.ts'

/** What a chart that leaves rows out says of it. */
export function cutNote(chart: Chart, messages: Messages, format: Format): string | undefined {
  const { cut, places, rowCount } = chart
  const [shown, total] = [format.count(places.length), format.count(rowCount)]
  const every = chart.kind === 'line' ? valuesPerMark(chart) : 1
  const notes = [
    cut === 'largest' && messages.chartLargest(shown, total),
    cut === 'first' && messages.chartFirst(shown, total),
    every > 1 && messages.chartEvery(format.count(every)),
  ]
  return notes.filter(Boolean).join(' ') || undefined
}
