import type { DuckDBConnection } from '@duckdb/node-api'
import type { TableFiles } from '../database/folder.ts'
import { quoteText } from '../sqlText.ts'
import type { ScanFilter } from './explainPlan.ts'

/** Rows of a Parquet table, out of the footers; `null` for other formats, which would have to be read. */
export async function parquetRowCount(connection: DuckDBConnection, table: TableFiles): Promise<number | null> {
  if (table.format !== 'parquet') return null
  return await numberOf(connection, `select sum(num_rows)::double from parquet_file_metadata(${fileList(table)})`)
}

/** Compressed bytes of a column, with what DuckDB reads beside them. */
export type ColumnSize = {
  bytes: number
  /** Of its Bloom filters, which are read where the column is filtered by. */
  bloomBytes: number
}

/** DuckDB reads so far for a page's header, and its data anew. */
const headerBytes = 256
/** Files do not say how many pages they have. Few writers make smaller ones; one more holds a column's dictionary. */
const pageBytes = 64 * 1024

const chunkBytes = `sum(total_compressed_size + ${headerBytes} * (1 + ceil(total_compressed_size / ${pageBytes})))::double`
const chunkBloomBytes = 'sum(coalesce(bloom_filter_length, 0))::double'

/** Each file ends with its footer's length and a mark, of four bytes each, which are read twice. */
export async function readFooterBytes(connection: DuckDBConnection, table: TableFiles): Promise<number> {
  const sql = `select sum(footer_size + 16)::double from parquet_file_metadata(${fileList(table)})`
  return (await numberOf(connection, sql)) ?? 0
}

/**
 * Sizes of a Parquet table's top-level columns, with what DuckDB reads ahead for the headers of their pages.
 *
 * @param filters - Row groups that they rule out are left out.
 */
export async function readColumnSizes(
  connection: DuckDBConnection,
  table: TableFiles,
  filters: readonly ScanFilter[] = [],
): Promise<Map<string, ColumnSize>> {
  const ruledOut = filters.length === 0 ? 'false' : filters.map(ruledOutBy).join(' or ')
  const reader = await connection.runAndReadAll(
    `with chunks as (select *, ${topLevel} as name from parquet_metadata(${fileList(table)})),
      ruled_out as (select file_name, row_group_id from chunks where ${ruledOut})
    select name, ${chunkBytes}, ${chunkBloomBytes} from chunks
    where (file_name, row_group_id) not in (select (file_name, row_group_id) from ruled_out)
    group by name`,
  )
  return new Map(
    reader.getRowsJson().map(([name, bytes, bloomBytes]) => {
      return [String(name), { bytes: Number(bytes), bloomBytes: Number(bloomBytes) }]
    }),
  )
}

const topLevel = `split_part(path_in_schema, ', ', 1)`

/** A row group's smallest and largest value may leave no room for what a filter wants. Unknown statistics rule nothing out. */
function ruledOutBy({ column, operator, literal, type }: ScanFilter): string {
  const [least, most] = ['min', 'max'].map((end) => `try_cast(stats_${end}_value as ${type})`)
  const wanted = `cast(${literal} as ${type})`
  const tooLarge = { '=': `${least} > ${wanted}`, '<': `${least} >= ${wanted}`, '<=': `${least} > ${wanted}` }
  const tooSmall = { '=': `${most} < ${wanted}`, '>': `${most} <= ${wanted}`, '>=': `${most} < ${wanted}` }
  const reasons = [tooLarge[operator as '='], tooSmall[operator as '=']].filter((reason) => reason !== undefined)
  return `(name = ${quoteText(column)} and coalesce(${reasons.join(' or ')}, false))`
}

async function numberOf(connection: DuckDBConnection, sql: string): Promise<number | null> {
  const value = (await connection.runAndReadAll(sql)).getRowsJson()[0]?.[0]
  return typeof value === 'number' ? value : null
}

function fileList({ paths }: TableFiles): string {
  return `[${paths.map(quoteText).join(', ')}]`
}
