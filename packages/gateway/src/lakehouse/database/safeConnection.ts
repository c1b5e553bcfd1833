import type { DuckDBConnection } from '@duckdb/node-api'
import { GatewayError } from '../../errors.ts'

/** DuckDB forgets an interrupt that comes just before a statement starts, so it is told again until it has stopped. */
const interruptEveryMs = 20

/**
 * A connection that is closed only once nothing runs on it. DuckDB frees what belongs to a connection at once, under the
 * thread that still works on it, and the whole process ends.
 */
export type SafeConnection = {
  /**
   * Runs work on the connection. What it starts must have settled when it settles.
   *
   * @throws {GatewayError} `cancelled` when the connection is closed before the work has ended.
   */
  use<Value>(work: (connection: DuckDBConnection) => Promise<Value>): Promise<Value>
  /** Interrupts what runs, waits until it has stopped, and closes. Never rejects, and may be called again. */
  close(): Promise<void>
}

export type OpenConnectionOptions = {
  /** Aborting it closes the connection. */
  signal?: AbortSignal | undefined
  /** Called once the connection is closed. */
  onClosed?: (() => void) | undefined
}

export async function openConnection(
  instance: { connect(): Promise<DuckDBConnection> },
  { signal, onClosed }: OpenConnectionOptions = {},
): Promise<SafeConnection> {
  const connection = await instance.connect()
  const running = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  const close = () => {
    closing ??= stop()
    return closing
  }

  async function stop(): Promise<void> {
    signal?.removeEventListener('abort', close)
    connection.interrupt()
    const timer = setInterval(() => connection.interrupt(), interruptEveryMs)
    await Promise.allSettled(running)
    clearInterval(timer)
    connection.closeSync()
    onClosed?.()
  }

  signal?.addEventListener('abort', close, { once: true })
  if (signal?.aborted) void close()

  return {
    async use(work) {
      if (closing) throw cancelled()
      const run = work(connection)
      running.add(run)
      try {
        const value = await run
        // An interrupted fetch may look like the end of the rows.
        if (closing) throw cancelled()
        return value
      } catch (error) {
        throw closing ? cancelled() : error
      } finally {
        running.delete(run)
      }
    },
    close,
  }
}

function cancelled(): GatewayError {
  return new GatewayError({ code: 'cancelled', message: 'The statement was cancelled.' })
}
