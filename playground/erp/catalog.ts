import type { DatabaseSync } from 'node:sqlite'

/** A table of the ERP as `list_tables` describes it. */
export type TableDescription = {
  name: string
  comment: string
  rowCount: number
  columns: { name: string; type: string; nullable: boolean; comment: string }[]
}

type ColumnRow = { name: string; type: string; notnull: number; pk: number }

/** Reads tables, columns and comments as they are now. */
export function readCatalog(database: DatabaseSync): TableDescription[] {
  const comments = readComments(database)
  const commentOf = (table: string, column = '') => comments.get(`${table}.${column}`) ?? ''
  return tableNames(database).map((table) => ({
    name: table,
    comment: commentOf(table),
    rowCount: Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n),
    columns: columnsOf(database, table).map(({ name, type, notnull, pk }) => ({
      name,
      type: { INTEGER: 'BIGINT', INT: 'INTEGER', TEXT: 'VARCHAR' }[type] ?? type,
      nullable: notnull === 0 && pk === 0,
      comment: commentOf(table, name),
    })),
  }))
}

function tableNames(database: DatabaseSync): string[] {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'comments' ORDER BY name`
  return database
    .prepare(sql)
    .all()
    .map(({ name }) => String(name))
}

// The extended pragma also lists generated columns, in which money is readable.
function columnsOf(database: DatabaseSync, table: string): ColumnRow[] {
  return database.prepare('SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?)').all(table) as ColumnRow[]
}

function readComments(database: DatabaseSync): Map<string, string> {
  const rows = database.prepare('SELECT table_name, column_name, comment FROM comments').all()
  return new Map(
    rows.map(({ table_name, column_name, comment }) => [`${table_name}.${column_name ?? ''}`, String(comment)]),
  )
}
