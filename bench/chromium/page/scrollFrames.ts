import { nextFrame, nextTask } from './frames.ts'

export type Scrolled = {
  frameMs: readonly number[]
  /** Frames in which nothing that matters was in the middle of the view. */
  emptyFrames: number
}

export type ScrollOptions = {
  frames: number
  pixelsPerFrame: number
  /** What should be in view in each frame, as a selector. */
  shows: string
}

/** Scrolls on in every frame and says how long the frames were. */
export async function scrollFrames(
  scroller: Element,
  { frames, pixelsPerFrame, shows }: ScrollOptions,
): Promise<Scrolled> {
  const { left, top, width, height } = scroller.getBoundingClientRect()
  const frameMs: number[] = []
  let emptyFrames = 0
  let lastAt = await nextFrame()
  for (let frame = 0; frame < frames; frame++) {
    scroller.scrollTop += pixelsPerFrame
    // After the frame is painted, so that looking costs no layout of its own.
    await nextTask()
    const shown = document.elementFromPoint(left + width / 2, top + height / 2)?.closest(shows)
    if (!shown) emptyFrames += 1
    const at = await nextFrame()
    frameMs.push(at - lastAt)
    lastAt = at
  }
  return { frameMs, emptyFrames }
}
