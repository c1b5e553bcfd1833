import { DatabaseSync } from 'node:sqlite'
import { DuckDBInstance } from '@duckdb/node-api'
import postgres from 'postgres'
import type { Addresses } from '../services/addresses.ts'

/** Rows as text, straight from the files and databases: nothing of the product is in between. */
export type Truth = {
  lakehouse(sql: string): Promise<string[][]>
  crm(sql: string): Promise<string[][]>
  erp(sql: string): string[][]
}

/** Reads the three systems behind the gateway's back. In lakehouse statements `{folder}` is the folder of the files. */
export function readTruth({ dataFolder, crm }: Addresses): Truth {
  return {
    async lakehouse(sql) {
      const instance = await DuckDBInstance.create(':memory:')
      const connection = await instance.connect()
      try {
        const reader = await connection.runAndReadAll(sql.replaceAll('{folder}', `${dataFolder}/lakehouse`))
        return reader.getRows().map((row) => row.map(String))
      } finally {
        connection.closeSync()
        instance.closeSync()
      }
    },
    async crm(sql) {
      const database = postgres(crm, { max: 1, onnotice: () => {} })
      try {
        const rows = await database.unsafe(sql).values()
        return rows.map((row) => row.map(String))
      } finally {
        await database.end()
      }
    },
    erp(sql) {
      const database = new DatabaseSync(`${dataFolder}/erp.sqlite`)
      try {
        return database
          .prepare(sql)
          .all()
          .map((row) => Object.values(row).map(String))
      } finally {
        database.close()
      }
    },
  }
}
