import type { Format } from '../format/createFormat.ts'
import type { Messages } from '../messages/types.ts'
import type { Chart } from './types.ts'

/** What a chart that leaves rows out says of it. */
export function cutNote({ cut, places, rowCount }: Chart, messages: Messages, format: Format): string | undefined {
  const [shown, total] = [format.count(places.length), format.count(rowCount)]
  if (cut === 'largest') return messages.chartLargest(shown, total)
  return cut === 'first' ? messages.chartFirst(shown, total) : undefined
}
