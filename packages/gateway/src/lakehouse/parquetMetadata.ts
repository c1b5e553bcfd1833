import type { DuckDBConnection } from '@duckdb/node-api'
import type { TableFiles } from './folder.ts'
import { quoteText } from './sqlText.ts'

/** Rows of a Parquet table, out of the footers; `null` for other formats, which would have to be read. */
export async function parquetRowCount(connection: DuckDBConnection, table: TableFiles): Promise<number | null> {
  if (table.format !== 'parquet') return null
  const reader = await connection.runAndReadAll(
    `select sum(num_rows)::double from parquet_file_metadata(${fileList(table)})`,
  )
  const rows = reader.getRowsJson()[0]?.[0]
  return typeof rows === 'number' ? rows : null
}

/** Compressed bytes of every column of a Parquet table, all row groups together. */
export async function columnBytes(connection: DuckDBConnection, table: TableFiles): Promise<Map<string, number>> {
  const reader = await connection.runAndReadAll(
    `select split_part(path_in_schema, ', ', 1), sum(total_compressed_size)::double
     from parquet_metadata(${fileList(table)}) group by 1`,
  )
  return new Map(reader.getRowsJson().map(([name, bytes]) => [String(name), Number(bytes)]))
}

function fileList({ paths }: TableFiles): string {
  return `[${paths.map(quoteText).join(', ')}]`
}
