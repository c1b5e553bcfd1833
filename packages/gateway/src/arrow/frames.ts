/** Larger messages than this are garbage, not rows. */
const maxMessageBytes = 512 * 1024 * 1024
const maxMetadataBytes = 16 * 1024 * 1024
const prefixLength = 8

/** Cuts an Arrow IPC stream that arrives in arbitrary pieces into whole messages. */
export type MessageSplitter = {
  /** Takes the next piece; answers the messages that it completed, each in its own aligned buffer. */
  push(piece: Uint8Array): Uint8Array[]
  /** Whether the end-of-stream marker was seen. */
  ended(): boolean
  /** What came after the end-of-stream marker. */
  trailer(): Uint8Array
}

/** @throws {RangeError} from `push` when the bytes are not an Arrow IPC stream. */
export function createMessageSplitter(): MessageSplitter {
  const trailer: Uint8Array[] = []
  let ended = false
  let target = new Uint8Array(prefixLength)
  let filled = 0
  let stage: 'prefix' | 'metadata' | 'body' = 'prefix'

  /** Acts on a full `target`; answers a message when it is whole. */
  function advance(): Uint8Array | undefined {
    if (stage === 'prefix') {
      const length = metadataLengthOf(target)
      ended = length === 0
      stage = 'metadata'
      if (!ended) target = grown(target, prefixLength + length)
      return undefined
    }
    if (stage === 'metadata') {
      stage = 'body'
      const length = bodyLengthOf(target)
      if (length > 0) {
        target = grown(target, target.length + length)
        return undefined
      }
    }
    const message = target
    target = new Uint8Array(prefixLength)
    filled = 0
    stage = 'prefix'
    return message
  }

  return {
    push(piece) {
      const messages: Uint8Array[] = []
      let at = 0
      while (at < piece.length && !ended) {
        const part = piece.subarray(at, at + target.length - filled)
        target.set(part, filled)
        filled += part.length
        at += part.length
        if (filled < target.length) break
        const message = advance()
        if (message) messages.push(message)
      }
      if (at < piece.length) trailer.push(piece.slice(at))
      return messages
    },
    ended: () => ended,
    trailer: () => concatenate(trailer),
  }
}

/** Cuts a whole stream at once. */
export function splitMessages(stream: Uint8Array): Uint8Array[] {
  return createMessageSplitter().push(stream)
}

/** Number of rows of an encapsulated record batch message. */
export function rowCountOf(message: Uint8Array): number {
  const { view, field } = messageTable(message)
  const header = field(2)
  const recordBatch = header + view.getUint32(header, true)
  const length = fieldOf(view, recordBatch, 0)
  return length === 0 ? 0 : Number(view.getBigInt64(length, true))
}

/** Whether an encapsulated message holds a schema or a record batch. */
export function messageKind(message: Uint8Array): 'schema' | 'batch' | 'other' {
  const { view, field } = messageTable(message)
  const type = field(1) === 0 ? 0 : view.getUint8(field(1))
  return type === 1 ? 'schema' : type === 3 ? 'batch' : 'other'
}

/** Bytes of an encapsulated message's metadata, with what stands before it, and of its body. */
export function messageSizes(message: Uint8Array): { metadataLength: number; bodyLength: number } {
  const metadataLength = prefixLength + metadataLengthOf(message)
  return { metadataLength, bodyLength: message.length - metadataLength }
}

/** Where in the metadata of a schema message the table of the schema starts. */
export function schemaTableOf(message: Uint8Array): number {
  const { view, field } = messageTable(message)
  return field(2) + view.getUint32(field(2), true)
}

function metadataLengthOf(prefix: Uint8Array): number {
  const view = new DataView(prefix.buffer, prefix.byteOffset)
  const length = view.getInt32(4, true)
  if (view.getInt32(0, true) !== -1 || length < 0 || length > maxMetadataBytes) {
    throw new RangeError('The bytes are not an Arrow IPC stream.')
  }
  return length
}

function bodyLengthOf(head: Uint8Array): number {
  const { view, field } = messageTable(head)
  const at = field(3)
  const length = at === 0 ? 0 : Number(view.getBigInt64(at, true))
  if (length < 0 || length > maxMessageBytes) throw new RangeError(`An Arrow message of ${length} bytes is too large.`)
  return length
}

function messageTable(message: Uint8Array) {
  const view = new DataView(message.buffer, message.byteOffset + prefixLength, message.byteLength - prefixLength)
  const table = view.getUint32(0, true)
  return { view, field: (index: number) => fieldOf(view, table, index) }
}

/** Position of a flatbuffer table's field; 0 when it is left out. */
function fieldOf(view: DataView, table: number, index: number): number {
  const vtable = table - view.getInt32(table, true)
  const entry = 4 + 2 * index
  const offset = entry < view.getUint16(vtable, true) ? view.getUint16(vtable + entry, true) : 0
  return offset === 0 ? 0 : table + offset
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length)
  larger.set(bytes)
  return larger
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
