import type { CatalogTable } from '@lakefront/contract'
import { columnOfDuckdb } from '../arrow/duckdbTypes.ts'
import type { LakehouseDatabase } from './database.ts'
import { parquetRowCount } from './parquetMetadata.ts'
import { quoteIdentifier } from './sqlText.ts'

/** Tables and columns as they are in the files now. */
export async function describeTables(database: LakehouseDatabase): Promise<CatalogTable[]> {
  const connection = await database.connect()
  try {
    const tables: CatalogTable[] = []
    for (const table of database.tables) {
      const prepared = await connection.prepare(`select * from ${quoteIdentifier(table.name)}`)
      const columns = Array.from({ length: prepared.columnCount }, (_, index) => {
        const type = prepared.columnType(index)
        const name = prepared.columnName(index)
        return { name, sourceType: type.toString(), type: columnOfDuckdb(name, type).column.type }
      })
      tables.push({ name: table.name, columns, rowCountEstimate: await parquetRowCount(connection, table) })
    }
    return tables
  } finally {
    connection.closeSync()
  }
}
