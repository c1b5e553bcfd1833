import { messageSizes, schemaTableOf } from '../../arrow/frames.ts'
import { endOfStream } from '../../arrow/schemaMessage.ts'
import type { ExportRows } from './port.ts'

const magic = new TextEncoder().encode('ARROW1')
const start = new Uint8Array(8)
start.set(magic)

/** Where a record batch lies in the file. */
type Block = { offset: number; metadataLength: number; bodyLength: number }

/** The Arrow IPC file format: the batches as they came from the source, then where each of them lies. */
export async function* arrowFile({ schema, batches }: ExportRows): AsyncGenerator<Uint8Array, void, void> {
  const blocks: Block[] = []
  let offset = start.length + schema.length
  yield start
  yield schema
  for await (const { bytes } of batches) {
    blocks.push({ offset, ...messageSizes(bytes) })
    offset += bytes.length
    yield bytes
  }
  yield endOfStream
  yield footerOf(schema, blocks)
}

const prefixLength = 8
const blockLength = 24
const tableAt = 16
const blocksAt = 48

/**
 * The footer: a flatbuffer table {version, schema, dictionaries, record batches}, its length, and the magic word. The
 * schema is the one of the schema message; offsets in a flatbuffer are relative, so its bytes are taken over whole.
 */
function footerOf(schemaMessage: Uint8Array, blocks: readonly Block[]): Uint8Array {
  const schemaAt = blocksAt + blockLength * blocks.length
  const metadata = schemaMessage.subarray(prefixLength)
  const length = schemaAt + metadata.length
  const bytes = new Uint8Array(length + 4 + magic.length)
  const view = new DataView(bytes.buffer)
  const uint16s = (at: number, ...values: number[]) => {
    for (const [index, value] of values.entries()) view.setUint16(at + 2 * index, value, true)
  }
  view.setUint32(0, tableAt, true)
  uint16s(4, 12, 20, 4, 8, 12, 16)
  view.setInt32(tableAt, tableAt - 4, true)
  view.setInt16(tableAt + 4, 4, true)
  view.setUint32(tableAt + 8, schemaAt + schemaTableOf(schemaMessage) - (tableAt + 8), true)
  view.setUint32(tableAt + 12, 36 - (tableAt + 12), true)
  view.setUint32(tableAt + 16, blocksAt - 4 - (tableAt + 16), true)
  view.setUint32(blocksAt - 4, blocks.length, true)
  for (const [index, block] of blocks.entries()) writeBlock(view, blocksAt + blockLength * index, block)
  bytes.set(metadata, schemaAt)
  view.setInt32(length, length, true)
  bytes.set(magic, length + 4)
  return bytes
}

function writeBlock(view: DataView, at: number, { offset, metadataLength, bodyLength }: Block): void {
  view.setBigInt64(at, BigInt(offset), true)
  view.setInt32(at + 8, metadataLength, true)
  view.setBigInt64(at + 16, BigInt(bodyLength), true)
}
