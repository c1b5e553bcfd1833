import { nextFrame, nextTask } from './frames.ts'

export type LongTasks = {
  /** Tasks over 50 ms: while one of them runs the page does not answer. */
  count: number
  longestMs: number
}

/** Looks out for long tasks from now on; `end` says what there was. */
export function watchLongTasks() {
  const durations: number[] = []
  const keep = (entries: PerformanceEntryList) => durations.push(...entries.map(({ duration }) => duration))
  const observer = new PerformanceObserver((list) => keep(list.getEntries()))
  observer.observe({ type: 'longtask' })
  return {
    async end(): Promise<LongTasks> {
      // The task that has just ended is told of a moment later.
      await nextFrame()
      await nextTask()
      keep(observer.takeRecords())
      observer.disconnect()
      return { count: durations.length, longestMs: Math.max(0, ...durations) }
    },
  }
}
