import { nextFrame } from './frames.ts'

export type Scrolled = {
  frameMs: readonly number[]
  /** Frames at whose start what was scrolled to in the one before was still not there, in the middle of the view. */
  lateFrames: number
}

export type ScrollOptions = {
  frames: number
  pixelsPerFrame: number
  /** What should be in view wherever it is scrolled to, as a selector. */
  shows: string
}

/** Scrolls on in every frame and says how long the frames were. */
export async function scrollFrames(
  scroller: Element,
  { frames, pixelsPerFrame, shows }: ScrollOptions,
): Promise<Scrolled> {
  const { left, top, width, height } = scroller.getBoundingClientRect()
  const frameMs: number[] = []
  let lateFrames = 0
  let lastAt = await nextFrame()
  for (let frame = 0; frame < frames; frame++) {
    scroller.scrollTop += pixelsPerFrame
    const at = await nextFrame()
    frameMs.push(at - lastAt)
    lastAt = at
    // A page hears of scrolling at the start of the next frame, so it has had its chance to draw by now.
    const shown = document.elementFromPoint(left + width / 2, top + height / 2)?.closest(shows)
    if (!shown) lateFrames += 1
  }
  return { frameMs, lateFrames }
}
