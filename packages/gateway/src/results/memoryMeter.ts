/** Bytes of many holders. Each tells its own when they change, since a sum over all would be made for every batch. */
export type MemoryMeter = {
  totalBytes(): number
  /** For one holder, which calls it with all its bytes whenever they have changed. */
  counter(): (bytes: number) => void
}

export function createMemoryMeter(): MemoryMeter {
  let total = 0
  return {
    totalBytes: () => total,
    counter() {
      let counted = 0
      return (bytes) => {
        total += bytes - counted
        counted = bytes
      }
    },
  }
}
