export type Lease = {
  /** Takes hold; the returned function lets go, once. */
  hold(): () => void
}

/**
 * Counts holders and releases what they share once nobody has held it for a moment. The moment is what StrictMode,
 * which unmounts and mounts every component at its start, must not be able to see: nothing that costs runs twice.
 */
export function createLease(release: () => void): Lease {
  let holders = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  return {
    hold() {
      let held = true
      holders += 1
      clearTimeout(timer)
      return () => {
        if (!held) return
        held = false
        holders -= 1
        if (holders === 0) timer = setTimeout(release, 0)
      }
    },
  }
}
