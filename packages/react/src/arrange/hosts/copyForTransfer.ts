/** Copies a message so that the memory of its typed arrays can be handed over. */
export function copyForTransfer<message>(message: message): { copy: message; transfer: ArrayBuffer[] } {
  const transfer: ArrayBuffer[] = []

  function copyOf(value: unknown): unknown {
    if (ArrayBuffer.isView(value)) {
      const copy = (value as Uint8Array<ArrayBuffer>).slice()
      transfer.push(copy.buffer)
      return copy
    }
    if (Array.isArray(value) && typeof value[0] !== 'object') return value
    if (Array.isArray(value)) return value.map(copyOf)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part)]))
  }

  return { copy: copyOf(message) as message, transfer }
}
