import type { CatalogTable } from '@lakefront/contract'
import { columnTypeOf } from '../typeNames.ts'
import type { PostgresPool } from './connect.ts'

type ColumnRow = {
  table_name: string
  table_comment: string | null
  row_count: number
  column_name: string
  type_name: string
  nullable: boolean
  column_comment: string | null
}

/** Tables, views and columns of one schema, with comments. */
export async function describePostgres(pool: PostgresPool, schema: string): Promise<CatalogTable[]> {
  const rows = await pool<ColumnRow[]>`
    select c.relname as table_name, obj_description(c.oid, 'pg_class') as table_comment, c.reltuples::float8 as row_count,
      a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type_name, not a.attnotnull as nullable,
      col_description(c.oid, a.attnum) as column_comment
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = ${schema} and c.relkind in ('r', 'p', 'v', 'm', 'f')
    order by c.relname, a.attnum`
  return tablesOf(rows)
}

function tablesOf(rows: readonly ColumnRow[]): CatalogTable[] {
  const tables = new Map<string, CatalogTable>()
  for (const row of rows) {
    const table = tables.get(row.table_name) ?? toTable(row)
    tables.set(row.table_name, table)
    table.columns.push({
      name: row.column_name,
      sourceType: row.type_name,
      type: columnTypeOf(row.type_name).type,
      nullable: row.nullable,
      ...(row.column_comment && { comment: row.column_comment }),
    })
  }
  return [...tables.values()]
}

/** Postgres says -1 of a table that it has never counted. */
function toTable({ table_name, table_comment, row_count }: ColumnRow): CatalogTable {
  return {
    name: table_name,
    ...(table_comment && { comment: table_comment }),
    rowCountEstimate: row_count < 0 ? null : row_count,
    columns: [],
  }
}
