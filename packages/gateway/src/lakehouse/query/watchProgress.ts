import type { SafeConnection } from '../database/safeConnection.ts'

const everyMs = 500

/** Tells in percent how far the connection's statement has come, until the answer is called. */
export async function watchProgress(connection: SafeConnection, tell: (percent: number) => void): Promise<() => void> {
  return connection.use(async (duckdb) => {
    // As pragmas, since the configuration is locked; and nothing must be printed.
    await duckdb.run('pragma enable_progress_bar; pragma disable_print_progress_bar')
    const timer = setInterval(() => {
      const { percentage } = duckdb.progress
      if (percentage > 0) tell(percentage)
    }, everyMs)
    return () => clearInterval(timer)
  })
}
