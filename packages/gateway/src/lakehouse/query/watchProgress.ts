import type { SafeConnection } from '../database/safeConnection.ts'

const everyMs = 500

/** Tells in percent how far the connection's statement has come, until the answer is called. */
export async function watchProgress(connection: SafeConnection, tell: (percent: number) => void): Promise<() => void> {
  return connection.use(async (duckdb) => {
    const timer = setInterval(() => {
      const { percentage } = duckdb.progress
      if (percentage > 0) tell(percentage)
    }, everyMs)
    return () => clearInterval(timer)
  })
}
