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
  const whole = pool
    .begin('read only', async (connection) => {
      await connection.unsafe(`set local statement_timeout = ${Math.floor(timeoutMs)}`)
      opened.resolve(connection)
      await ended.promise
    })
    // Once it is open, whoever uses it hears of a fault from the statement itself.
    .then(() => undefined, opened.reject)
  const end = () => {
    ended.resolve()
    return whole
  }
  return { connection: await opened.promise, end }
}
