/** How often it is looked for what was approved and left undone. */
const resumeEveryMs = 10_000

export type ResumeOptions = { resume(): Promise<void>; onFault(error: unknown): void }

/** Takes up what was left, at once and from then on, one after the other: a source that hangs must not let tries pile up. */
export function resumeRegularly({ resume, onFault }: ResumeOptions): { close(): Promise<void> } {
  let resuming = Promise.resolve()
  const next = () => {
    resuming = resuming.then(resume).catch(onFault)
  }
  const timer = setInterval(next, resumeEveryMs)
  timer.unref()
  next()
  return {
    async close() {
      clearInterval(timer)
      await resuming
    },
  }
}
