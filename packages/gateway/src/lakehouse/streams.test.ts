import { expect, test, vi } from 'vitest'
import type { OpenQuery } from './query.ts'
import { createStreams, pathOf } from './streams.ts'

const resultId = 'a'.repeat(32)

function pendingStream() {
  const close = vi.fn(async () => undefined)
  return { close, pending: { query: { close } as Partial<OpenQuery> as OpenQuery, maxRows: 1, maxBytes: 1 } }
}

test('default: a result waits for its reader', async () => {
  const streams = createStreams()
  const { pending } = pendingStream()
  const path = streams.offer(pending)
  expect(await streams.take(path, { mayWait: false })).toBe(pending)
  expect(await streams.take(path, { mayWait: false })).toBeUndefined()
})

test('default: a reader waits for the result that it named', async () => {
  const streams = createStreams()
  const { pending } = pendingStream()
  const taken = streams.take(pathOf(resultId), { mayWait: true })
  streams.offer(pending, resultId)
  expect(await taken).toBe(pending)
})

test('behavior: a name is good for one result', () => {
  const streams = createStreams()
  streams.offer(pendingStream().pending, resultId)
  expect(() => streams.offer(pendingStream().pending, resultId)).toThrow('such a result already')
})

test('behavior: a result withdrawn while it waits is closed', async () => {
  const streams = createStreams()
  const { pending, close } = pendingStream()
  const path = streams.offer(pending)
  streams.withdraw(path)
  expect(close).toHaveBeenCalled()
  expect(await streams.take(path, { mayWait: false })).toBeUndefined()
})

test('behavior: a result withdrawn before it came is closed when it comes', async () => {
  const streams = createStreams()
  const { pending, close } = pendingStream()
  const taken = streams.take(pathOf(resultId), { mayWait: true })
  streams.withdraw(pathOf(resultId))
  expect(await taken).toBeUndefined()
  streams.offer(pending, resultId)
  expect(close).toHaveBeenCalled()
})

test('behavior: a result that nobody fetches is closed', () => {
  vi.useFakeTimers()
  try {
    const { pending, close } = pendingStream()
    createStreams().offer(pending)
    vi.advanceTimersByTime(30_000)
    expect(close).toHaveBeenCalled()
  } finally {
    vi.useRealTimers()
  }
})

test('behavior: a reader waits for its first row as long as the statement takes', async () => {
  vi.useFakeTimers()
  try {
    const streams = createStreams()
    const { pending } = pendingStream()
    const taken = streams.take(pathOf(resultId), { mayWait: true })
    vi.advanceTimersByTime(600_000)
    streams.offer(pending, resultId)
    expect(await taken).toBe(pending)
  } finally {
    vi.useRealTimers()
  }
})

test('behavior: closing closes what waits, and lets readers go', async () => {
  const streams = createStreams()
  const { pending, close } = pendingStream()
  streams.offer(pending)
  const taken = streams.take(pathOf(resultId), { mayWait: true })
  streams.close()
  expect(close).toHaveBeenCalled()
  expect(await taken).toBeUndefined()
})
