/** Resolves at the start of the next frame, with its time. */
export const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port1.onmessage = () => waiting.shift()?.()

/** A task of its own, after everything that waits already. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    port2.postMessage(undefined)
  })
}

/** Waits for the first frame in which something is there, until that frame is painted. */
export async function untilPainted(isThere: () => boolean): Promise<void> {
  await nextFrame()
  while (!isThere()) await nextFrame()
  // The task comes after the frame.
  await nextTask()
}
