/** Puts calls together: however often it is called, `run` runs once, before the next frame is drawn. */
export function onNextFrame(run: () => void): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    nextFrame(() => {
      waiting = false
      run()
    })
  }
}

function nextFrame(run: () => void) {
  // A hidden page draws no frames, and a server has none.
  const draws = typeof requestAnimationFrame === 'function' && document.visibilityState === 'visible'
  if (draws) requestAnimationFrame(run)
  else setTimeout(run, 16)
}
