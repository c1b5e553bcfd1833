import { flushSync } from 'react-dom'

/**
 * Does something in a frame of its own, the nearest to where people look first; returns what gives it up. It is in the page
 * within that frame: the browser holds what is in sight at its end, and the next frame measures what has been held.
 */
type OneAFrame = (work: () => void, distance?: number) => () => void

/** Things of one kind, done one a frame, so that many at once do not add up to a page that stands still. */
function createOneAFrame(): OneAFrame {
  const waiting = new Map<() => void, number>()
  let frame = 0

  function runNearest(): void {
    let [nearest] = waiting.keys()
    for (const [work, distance] of waiting) if (nearest && distance < waiting.get(nearest)!) nearest = work
    if (nearest) {
      waiting.delete(nearest)
      flushSync(nearest)
    }
    frame = waiting.size > 0 ? requestAnimationFrame(runNearest) : 0
  }

  return (work, distance = Number.POSITIVE_INFINITY) => {
    waiting.set(work, distance)
    if (frame === 0) frame = requestAnimationFrame(runNearest)
    return () => void waiting.delete(work)
  }
}

/** For what is to come into the page. */
export const drawOneAFrame = createOneAFrame()
/** For what is to leave it, which must not wait for those that come for as long as people scroll. */
export const letGoOneAFrame = createOneAFrame()
