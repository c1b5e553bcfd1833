import { expect, test } from 'vitest'
import { decodeSchema } from './decodeSchema.ts'
import { createMessageSplitter, messageKind, rowCountOf, splitMessages } from './frames.ts'
import { encodeRows } from './fromRows.ts'
import type { ArrowType } from './port.ts'
import { encodeSchema, endOfStream } from './schemaMessage.ts'
import { arrowTypeOf } from './types.ts'

const columns = [
  { name: 'id', type: 'integer' as const },
  { name: 'name', type: 'text' as const, title: 'Name' },
]
const rows = Array.from({ length: 300 }, (_, index) => [String(index), `name ${index}`])
const schema = encodeSchema(columns, columns.map(arrowTypeOf))
const batches = [encodeRows(columns, rows), encodeRows(columns, []), encodeRows(columns, rows.slice(0, 1))]
const trailer = new TextEncoder().encode('{"rowCount":301}')
const stream = Buffer.concat([schema.bytes, ...batches.map(({ bytes }) => bytes), endOfStream, trailer])

test.each([1, 7, 8, 9, 4_096, stream.length])('default: pieces of %i bytes', (size) => {
  const splitter = createMessageSplitter()
  const messages: Uint8Array[] = []
  for (let at = 0; at < stream.length; at += size) messages.push(...splitter.push(stream.subarray(at, at + size)))
  expect(messages.map(messageKind)).toEqual(['schema', 'batch', 'batch', 'batch'])
  expect(messages.slice(1).map(rowCountOf)).toEqual([300, 0, 1])
  expect(messages[1]).toEqual(batches[0]!.bytes)
  expect(splitter.ended()).toBe(true)
  expect(new TextDecoder().decode(splitter.trailer())).toBe('{"rowCount":301}')
})

test('behavior: a cut stream has not ended', () => {
  const splitter = createMessageSplitter()
  splitter.push(stream.subarray(0, schema.bytes.length + 100))
  expect(splitter.ended()).toBe(false)
})

test.each([
  ['text', new TextEncoder().encode('<html>not arrow at all</html>')],
  ['a metadata length that is too large', Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 127)],
])('behavior: refuses %s', (_case, bytes) => {
  expect(() => splitMessages(bytes)).toThrow(RangeError)
})

test('behavior: a schema says its columns and layouts again', () => {
  const types: ArrowType[] = [
    { kind: 'int32' },
    { kind: 'int64' },
    { kind: 'float64' },
    { kind: 'boolean' },
    { kind: 'text' },
    { kind: 'date' },
    { kind: 'timestamp' },
    { kind: 'timestamptz' },
    { kind: 'decimal', precision: 14, scale: 2 },
  ]
  const named = types.map(({ kind }) => ({ name: kind, type: 'text' as const, title: `The ${kind}` }))
  const decoded = decodeSchema(encodeSchema(named, types).bytes)
  expect(decoded.types).toEqual(types)
  expect(decoded.columns).toEqual(named)
})
