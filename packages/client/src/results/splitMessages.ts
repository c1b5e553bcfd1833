/** One encapsulated Arrow IPC message, whole and at the start of its own memory, as typed arrays want it. */
export type ArrowMessage = { kind: 'schema' | 'dictionary' | 'batch'; bytes: Uint8Array }

const kinds: Partial<Record<number, ArrowMessage['kind']>> = { 1: 'schema', 2: 'dictionary', 3: 'batch' }
const prefixBytes = 8
const continuation = 0xffffffff

/**
 * Cuts a byte stream at the borders of Arrow messages, however it was chunked on the way. Chunks are joined only when a
 * message is whole, so that a large one is copied once. What follows the end-of-stream marker is the trailer.
 */
export function createMessageSplitter() {
  let chunks: Uint8Array[] = []
  let heldBytes = 0
  let neededBytes = prefixBytes
  let ended = false

  function join(): Uint8Array {
    const whole = chunks.length === 1 ? chunks[0]! : concatenate(chunks, heldBytes)
    chunks = [whole]
    return whole
  }

  function take(byteLength: number): Uint8Array {
    const whole = join()
    const rest = whole.subarray(byteLength)
    chunks = [rest]
    heldBytes = rest.length
    neededBytes = prefixBytes
    return whole.slice(0, byteLength)
  }

  function next(): ArrowMessage | undefined {
    if (ended || heldBytes < neededBytes) return undefined
    const whole = join()
    const view = new DataView(whole.buffer, whole.byteOffset, whole.length)
    if (view.getUint32(0, true) !== continuation) throw new Error('an Arrow message does not start where it should')
    const metadataBytes = view.getInt32(4, true)
    if (metadataBytes === 0) {
      ended = true
      take(prefixBytes)
      return undefined
    }
    neededBytes = prefixBytes + metadataBytes
    if (heldBytes < neededBytes) return undefined
    const { kind, bodyBytes } = readMessageHeader(view, prefixBytes)
    neededBytes += bodyBytes
    return heldBytes < neededBytes ? undefined : { kind, bytes: take(neededBytes) }
  }

  return {
    /** Takes a chunk and gives the messages that it completed. */
    *push(chunk: Uint8Array): Generator<ArrowMessage> {
      chunks.push(chunk)
      heldBytes += chunk.length
      for (let message = next(); message; message = next()) yield message
    },
    /** Text after the end-of-stream marker; `undefined` when the stream was cut before it. */
    trailer: () => (ended ? new TextDecoder().decode(join()) : undefined),
  }
}

/** Reads two fields of the flatbuffer table `Message`: the type of its header and the length of its body. */
function readMessageHeader(view: DataView, start: number) {
  const table = start + view.getInt32(start, true)
  const vtable = table - view.getInt32(table, true)
  const vtableBytes = view.getUint16(vtable, true)
  const fieldAt = (slot: number) => (slot < vtableBytes ? view.getUint16(vtable + slot, true) : 0)

  const kind = kinds[view.getUint8(table + fieldAt(6))]
  if (!kind) throw new Error('an Arrow message is of a kind that tables do not have')
  const bodyLength = fieldAt(10)
  return { kind, bodyBytes: bodyLength ? Number(view.getBigInt64(table + bodyLength, true)) : 0 }
}

function concatenate(parts: readonly Uint8Array[], byteLength: number): Uint8Array {
  const whole = new Uint8Array(byteLength)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
