import type { CatalogTable } from '@lakefront/contract'
import type { Dialect } from './port.ts'
import type { Rowset } from './rowset.ts'
import { columnTypeOf } from './typeNames.ts'

const sqliteCatalog = `select m.name as table_name, c.name as column_name, c.type as data_type
from sqlite_master as m join pragma_table_info(m.name) as c
where m.type in ('table', 'view') and m.name not like 'sqlite_%'
order by m.name, c.cid`

const standardCatalog = `select table_name, column_name, data_type from information_schema.columns
where lower(table_schema) not in ('information_schema', 'pg_catalog')
order by table_name, ordinal_position`

/** Lists tables and columns in a dialect's own catalog. */
export function catalogStatement(dialect: Dialect): string {
  return dialect === 'sqlite' ? sqliteCatalog : standardCatalog
}

/** Tables out of rows of table name, column name, type. */
export function catalogOfRows({ rows }: Rowset): CatalogTable[] {
  const tables = new Map<string, CatalogTable>()
  for (const [tableName, columnName, typeName] of rows) {
    const name = String(tableName)
    const table = tables.get(name) ?? { name, columns: [] }
    const sourceType = String(typeName ?? '')
    table.columns.push({ name: String(columnName), sourceType, type: columnTypeOf(sourceType).type })
    tables.set(name, table)
  }
  return [...tables.values()]
}
