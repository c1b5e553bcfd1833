/** Puts calls together: `run` is called at most once in so many milliseconds, and at the latest after that time. */
export function paced(run: () => void, everyMs: number): { (): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const call = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      run()
    }, everyMs)
  }
  return Object.assign(call, {
    stop() {
      clearTimeout(timer)
    },
  })
}
