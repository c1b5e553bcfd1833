import { setImmediate } from 'node:timers/promises'
import type { TransactionSql } from 'postgres'
import type { PostgresPool } from './connect.ts'

/** A read-only transaction on a connection of its own, open until it is ended. */
export type OpenTransaction = {
  connection: TransactionSql
  /** Ends it and gives the connection back. Never rejects. */
  end(): Promise<void>
}

/** @param timeoutMs - After this long the server itself gives a statement up. */
export async function openTransaction(pool: PostgresPool, timeoutMs: number): Promise<OpenTransaction> {
  const opened = Promise.withResolvers<TransactionSql>()
  const ended = Promise.withResolvers<void>()
  let isOver = false
  const whole = pool
    .begin('read only', async (connection) => {
      await connection.unsafe(`set local statement_timeout = ${Math.floor(timeoutMs)}`).then(
        () => opened.resolve(connection),
        (error) => opened.reject(error),
      )
      await ended.promise
    })
    // Once it is open, whoever uses it hears of a fault from the statement itself.
    .then(() => undefined, opened.reject)
    .finally(() => {
      isOver = true
    })
  // When the connection closes, the statement fails a moment before the transaction does. In that moment the driver would
  // still write its `commit`, to a socket that is gone, and that would end this whole process.
  const end = async () => {
    await setImmediate()
    if (!isOver) ended.resolve()
    await whole
  }
  try {
    return { connection: await opened.promise, end }
  } catch (error) {
    void end()
    throw error
  }
}
