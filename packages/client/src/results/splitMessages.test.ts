import { tableFromArrays, tableToIPC } from '@uwdata/flechette'
import { expect, test } from 'vitest'
import { createMessageSplitter } from './splitMessages.ts'

const table = tableFromArrays({ name: ['a', 'b', 'c'], value: [1, 2, 3] })
const trailer = '{"rowCount":3,"truncated":false}'
const stream = new Uint8Array([...tableToIPC(table, { format: 'stream' })!, ...new TextEncoder().encode(trailer)])

function split(chunks: readonly Uint8Array[]) {
  const splitter = createMessageSplitter()
  const messages = chunks.flatMap((chunk) => [...splitter.push(chunk)])
  return { messages, trailer: splitter.trailer() }
}

function chunksOf(size: number) {
  return Array.from({ length: Math.ceil(stream.length / size) }, (_, index) =>
    stream.slice(index * size, (index + 1) * size),
  )
}

const whole = split([stream])

test('default', () => {
  expect(whole.messages.map(({ kind }) => kind)).toEqual(['schema', 'dictionary', 'batch'])
  expect(whole.trailer).toBe(trailer)
})

test.each([1, 3, 7, 8, 64, 1_000])('behavior: chunks of %s bytes change nothing', (size) => {
  expect(split(chunksOf(size))).toEqual(whole)
})

test('behavior: every message starts its own memory, so that typed arrays are aligned', () => {
  for (const { bytes } of split(chunksOf(7)).messages) expect(bytes.byteOffset).toBe(0)
})

test('behavior: a stream that is cut anywhere before its end has no trailer', () => {
  const lengthOfEnd = 8 + trailer.length
  for (let length = 0; length < stream.length - lengthOfEnd; length += 5) {
    expect(split([stream.slice(0, length)]).trailer).toBeUndefined()
  }
})

test('behavior: what is no Arrow is refused', () => {
  expect(() => split([new TextEncoder().encode('<html>a proxy was here</html>')])).toThrow(
    'does not start where it should',
  )
})
