import type { DuckDBConnection } from '@duckdb/node-api'
import type { TableFiles } from '../database/folder.ts'
import { quoteText } from '../sqlText.ts'
import type { Scan, ScanFilter } from './explainPlan.ts'

/** Rows of a Parquet table, out of the footers; `null` for other formats, which would have to be read. */
export async function parquetRowCount(connection: DuckDBConnection, table: TableFiles): Promise<number | null> {
  if (table.format !== 'parquet') return null
  return await numberOf(connection, `select sum(num_rows)::double from parquet_file_metadata(${fileList(table)})`)
}

/** Top-level columns of a Parquet table. */
export async function columnNames(connection: DuckDBConnection, table: TableFiles): Promise<ReadonlySet<string>> {
  const reader = await connection.runAndReadAll(`select distinct ${topLevel} from parquet_metadata(${fileList(table)})`)
  return new Set(reader.getRowsJson().map(([name]) => String(name)))
}

/**
 * Most bytes of a scan: the footers of all files, and in the row groups that its filters do not rule out its columns, with
 * what DuckDB reads ahead for the headers of their pages, and the Bloom filters of those that it filters by.
 */
export async function scanBytes(connection: DuckDBConnection, table: TableFiles, scan: ScanParts): Promise<number> {
  return (await footerBytes(connection, table)) + (await columnBytes(connection, table, scan))
}

type ScanParts = Omit<Scan, 'format'>

/** DuckDB reads so far for a page's header, and its data anew. */
const headerBytes = 256
/** Files do not say how many pages they have. Few writers make smaller ones; one more holds a column's dictionary. */
const pageBytes = 64 * 1024

/** Each file ends with its footer's length and a mark, of four bytes each, which are read twice. */
async function footerBytes(connection: DuckDBConnection, table: TableFiles): Promise<number> {
  const sql = `select sum(footer_size + 16)::double from parquet_file_metadata(${fileList(table)})`
  return (await numberOf(connection, sql)) ?? 0
}

async function columnBytes(
  connection: DuckDBConnection,
  table: TableFiles,
  { columns, filtered, filters }: ScanParts,
): Promise<number> {
  if (columns.length === 0) return 0
  const ruledOut = filters.length === 0 ? 'false' : filters.map(ruledOutBy).join(' or ')
  const bytes = await numberOf(
    connection,
    `with chunks as (select *, ${topLevel} as name from parquet_metadata(${fileList(table)})),
      ruled_out as (select file_name, row_group_id from chunks where ${ruledOut})
    select sum(
      total_compressed_size + ${headerBytes} * (1 + ceil(total_compressed_size / ${pageBytes}))
      + if(name in (${['', ...filtered].map(quoteText).join(', ')}), coalesce(bloom_filter_length, 0), 0)
    )::double from chunks
    where name in (${columns.map(quoteText).join(', ')})
      and (file_name, row_group_id) not in (select (file_name, row_group_id) from ruled_out)`,
  )
  return bytes ?? 0
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
