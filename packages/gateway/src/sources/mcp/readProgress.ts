import type { Progress } from '@modelcontextprotocol/client'
import type { SourceProgress } from '../port.ts'

const longestMessage = 200
const compute = /\b(warehouse|cluster|compute|endpoint|engine|server)\b/i
const starting = /\b(start|wak|resum|spin|provision|boot)/i
const waiting = /\b(queue|waiting|pending)/i

/** What a server's progress says. Servers word it as they like, so the state is read out of the words. */
export function readProgress({ progress, total, message }: Progress): SourceProgress {
  const words = message?.trim().slice(0, longestMessage) ?? ''
  const isShare = total !== undefined && total > 0 && progress >= 0 && progress <= total
  return {
    state: compute.test(words) && starting.test(words) ? 'waking' : waiting.test(words) ? 'queued' : 'running',
    ...(isShare && { fraction: progress / total }),
    ...(words !== '' && { message: words }),
  }
}
