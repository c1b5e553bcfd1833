import { expect, test, vi } from 'vitest'
import type { SafeConnection } from '../database/safeConnection.ts'
import { watchProgress } from './watchProgress.ts'

test('default: tells how far the statement has come, until it need not', async () => {
  vi.useFakeTimers()
  try {
    const duckdb = { progress: { percentage: -1 } }
    const connection = { use: (work) => work(duckdb as never) } as Partial<SafeConnection> as SafeConnection
    const told: number[] = []
    const stop = await watchProgress(connection, (percent) => told.push(percent))
    // Minus one is DuckDB's word for not knowing.
    vi.advanceTimersByTime(1_000)
    duckdb.progress.percentage = 40
    vi.advanceTimersByTime(500)
    stop()
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual([40])
  } finally {
    vi.useRealTimers()
  }
})
