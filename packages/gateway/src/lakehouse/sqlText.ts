/** A name as DuckDB, Postgres and SQLite read it, whatever is in it. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text literal of standard SQL. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
