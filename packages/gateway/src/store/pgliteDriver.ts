import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, type Transaction as PgliteTransaction } from '@electric-sql/pglite'
import { textTypes } from './columnTypes.ts'
import { lockFolder } from './folderLock.ts'
import type { Driver, SqlRow, SqlValue, Transaction } from './port.ts'

const asText = (text: string) => text
const parsers = Object.fromEntries(Object.values(textTypes).map((type) => [type, asText]))

/**
 * Postgres inside this process, over a folder that only one process may have open.
 *
 * @throws {FolderInUseError} when another process has it open.
 */
export async function openPglite(folder: string): Promise<Driver> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(folder)
  try {
    const database = await PGlite.create(join(folder, 'pgdata'), { parsers })
    return {
      query: queryOf(database),
      begin: (work) => database.transaction((transaction) => work(toTransaction(transaction))),
      async close() {
        await database.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function queryOf(connection: Pick<PgliteTransaction, 'query'>): Transaction['query'] {
  return async <Row extends SqlRow>(sql: string, values: readonly SqlValue[] = []) =>
    (await connection.query<Row>(sql, [...values])).rows
}

function toTransaction(transaction: PgliteTransaction): Transaction {
  return {
    query: queryOf(transaction),
    async execute(script) {
      await transaction.exec(script)
    },
  }
}
