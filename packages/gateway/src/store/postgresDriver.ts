import { setImmediate } from 'node:timers/promises'
import postgres, { type TransactionSql } from 'postgres'
import { postgresHost } from '../postgresHost.ts'
import { textTypes } from './columnTypes.ts'
import type { Driver, SqlRow, SqlValue, Transaction } from './port.ts'

const mostConnections = 8
const connectTimeoutSeconds = 5
const idleSeconds = 60
/** A gateway that stands still in the middle of a transaction keeps all others waiting no longer than this. */
const patienceMs = 10_000

const types = {
  texts: {
    to: textTypes.numeric,
    from: Object.values(textTypes),
    serialize: String,
    parse: (text: string) => text,
  },
}

/** A Postgres server that any number of gateways share. */
export function connectPostgresDriver(url: string): Driver {
  const pool = postgres(url, {
    ...postgresHost(url),
    max: mostConnections,
    connect_timeout: connectTimeoutSeconds,
    idle_timeout: idleSeconds,
    // A connection that breaks while the driver fetches array types by itself would end the whole process.
    fetch_types: false,
    onnotice: () => undefined,
    connection: {
      application_name: 'lakefront',
      TimeZone: 'UTC',
      statement_timeout: patienceMs,
      idle_in_transaction_session_timeout: patienceMs,
    },
    types,
  })
  return {
    query: queryOf(pool),
    begin: (work) => pool.begin((connection) => run(connection, work)) as Promise<Awaited<ReturnType<typeof work>>>,
    close: () => pool.end({ timeout: 1 }),
  }
}

type Connection = Pick<TransactionSql, 'unsafe'>

async function run<Value>(connection: Connection, work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  try {
    return await work({
      query: queryOf(connection),
      async execute(script) {
        await connection.unsafe(script)
      },
    })
  } catch (error) {
    // When the connection closes, the statement fails a moment before the transaction does. In that moment the driver
    // would write its `rollback` to a socket that is gone, and that would end this whole process.
    await setImmediate()
    throw error
  }
}

function queryOf(connection: Connection): Transaction['query'] {
  return async <Row extends SqlRow>(sql: string, values: readonly SqlValue[] = []) => [
    ...(await connection.unsafe<Row[]>(sql, [...values], { prepare: true })),
  ]
}
