const waiting = new Set<() => void>()
let frame = 0

function runOne(): void {
  const [next] = waiting
  if (next) {
    waiting.delete(next)
    next()
  }
  frame = waiting.size > 0 ? requestAnimationFrame(runOne) : 0
}

/** Does things one a frame, in their order, so that many at once do not add up to a page that stands still. */
export function oneAFrame(work: () => void): () => void {
  waiting.add(work)
  if (frame === 0) frame = requestAnimationFrame(runOne)
  return () => void waiting.delete(work)
}
