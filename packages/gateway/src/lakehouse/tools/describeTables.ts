import type { DuckDBConnection } from '@duckdb/node-api'
import type { CatalogTable } from '@lakefront/contract'
import { columnOfDuckdb } from '../../arrow/duckdb/types.ts'
import type { TableFiles } from '../database/folder.ts'
import type { LakehouseDatabase } from '../database/openDatabase.ts'
import { parquetRowCount } from '../estimate/parquetMetadata.ts'
import { quoteIdentifier } from '../sqlText.ts'

/** Tables and columns as they are in the files now. */
export async function describeTables(database: LakehouseDatabase, signal: AbortSignal): Promise<CatalogTable[]> {
  const connection = await database.connect(signal)
  try {
    const tables: CatalogTable[] = []
    for (const table of database.tables) tables.push(await connection.use((duckdb) => describeTable(duckdb, table)))
    return tables
  } finally {
    await connection.close()
  }
}

async function describeTable(connection: DuckDBConnection, table: TableFiles): Promise<CatalogTable> {
  const prepared = await connection.prepare(`select * from ${quoteIdentifier(table.name)}`)
  const columns = Array.from({ length: prepared.columnCount }, (_, index) => {
    const type = prepared.columnType(index)
    const name = prepared.columnName(index)
    return { name, sourceType: type.toString(), type: columnOfDuckdb(name, type).column.type }
  })
  return { name: table.name, columns, rowCountEstimate: await parquetRowCount(connection, table) }
}
