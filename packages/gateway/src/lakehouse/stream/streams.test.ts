import { expect, test, vi } from 'vitest'
import type { OpenQuery } from '../query/openQuery.ts'
import { createStreams } from './streams.ts'

function openRows() {
  const close = vi.fn(async () => undefined)
  return { close, rows: { query: { close } as Partial<OpenQuery> as OpenQuery, maxRows: 1 } }
}

test('default: a result waits for its one reader', () => {
  const streams = createStreams()
  const { rows } = openRows()
  const path = streams.offer(rows)
  expect(streams.take(path)).toBe(rows)
  expect(streams.take(path)).toBeUndefined()
})

test('behavior: a result that nobody fetches is closed', () => {
  vi.useFakeTimers()
  try {
    const { rows, close } = openRows()
    createStreams().offer(rows)
    vi.advanceTimersByTime(30_000)
    expect(close).toHaveBeenCalled()
  } finally {
    vi.useRealTimers()
  }
})

test('behavior: closing closes what waits', () => {
  const streams = createStreams()
  const { rows, close } = openRows()
  streams.offer(rows)
  streams.close()
  expect(close).toHaveBeenCalled()
})
